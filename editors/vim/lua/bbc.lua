-- Starts `bbc lsp` for programs, metadata.json and files of systemd. In init.lua:
--
--   require("bbc").setup()                          -- bbc of the PATH
--   require("bbc").setup({ cmd = { "/opt/bbc/bbc", "lsp" }, systemd = 258 })
local M = {}

local function root(file)
  local found = vim.fs and vim.fs.find({ "platform", "tenants", ".git" }, { path = vim.fs.dirname(file), upward = true })[1]
  return found and vim.fs.dirname(found) or vim.fn.fnamemodify(file, ":p:h")
end

local function attach(options, buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local config = {
    name = "bbc",
    cmd = options.cmd or { "bbc", "lsp" },
    root_dir = root(file),
    init_options = options.systemd and { systemd = options.systemd } or vim.empty_dict(),
    on_attach = options.on_attach,
  }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer, reuse_client = function(client) return client.name == "bbc" end })
  else
    -- Neovim 0.7
    M.client = M.client or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, M.client)
  end
end

function M.setup(options)
  options = options or {}
  vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
    pattern = {
      "*.bbc", "metadata.json", "*.service", "*.socket", "*.timer", "*.mount", "*.automount", "*.path", "*.slice",
      "*.target", "*.scope", "*.swap", "*.network", "*.netdev", "*.link", "*.nspawn", "*.dnssd",
    },
    callback = function(event) attach(options, event.buf) end,
  })
end

return M
