"use strict";

const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

/** Starts `bbc lsp`; the client asks it for everything else. */
exports.activate = async () => {
  const settings = workspace.getConfiguration("bbc");
  const command = settings.get("command");
  client = new LanguageClient(
    "bbc",
    "BitBuilder",
    { command, args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: [
        { scheme: "file", language: "bbc" },
        { scheme: "file", language: "systemd" },
        { scheme: "file", pattern: "**/metadata.json" },
      ],
      initializationOptions: settings.get("systemd") ? { systemd: settings.get("systemd") } : {},
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
