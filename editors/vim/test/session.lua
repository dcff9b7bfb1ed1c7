-- A session in a real Neovim, on a copy of examples/fleet; prints what a person would see.
--   cp -R examples/fleet build/nvim-fleet
--   nvim --headless -u NONE --cmd 'set rtp^=editors/vim' -l editors/vim/test/session.lua ./bbc build/nvim-fleet
-- Neovim before 0.9 has no -l: `-c 'luafile editors/vim/test/session.lua'`, with the arguments in g:bbc_session.
local arguments = vim.g.bbc_session or { arg[1], arg[2] }
local file = arguments[2] .. "/tenants/acme/tenant.bbc"

local function say(text)
  io.stdout:write(text .. "\n")
end

local function wait(what, done)
  if not vim.wait(60000, done, 20) then
    say("no " .. what)
    vim.cmd("cquit")
  end
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local function set(number, text)
  vim.api.nvim_buf_set_lines(0, number - 1, number, true, { text })
end

local function place(text, offset)
  vim.fn.cursor(1, 1)
  local number = vim.fn.search("\\V" .. text, "cW")
  vim.fn.cursor(number, vim.fn.col(".") + (offset or 0))
  return number
end

vim.cmd("filetype plugin on")
require("bbc").setup({ cmd = { arguments[1], "lsp" } })
vim.cmd("edit " .. file)
say(":edit " .. vim.fn.fnamemodify(file, ":t") .. "     filetype " .. vim.bo.filetype)
wait("client", function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
request("workspace/executeCommand", { command = "bbc.check", arguments = {} })
say("findings: " .. #vim.diagnostic.get(0))

local number = place("memory { limit")
set(number, "    memory { limitt = 2GiB; high = self.limit * 90% }")
say("\nline " .. number .. " typed: " .. vim.fn.getline(number))
wait("diagnostic", function() return #vim.diagnostic.get(0) > 0 end)
for _, d in ipairs(vim.diagnostic.get(0)) do
  say(("%d:%d %s\n%s"):format(d.lnum + 1, d.col + 1, d.code or d.user_data.lsp.code, d.message))
end

place("limitt", 2)
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local action = request("textDocument/codeAction", params)[1]
say("\ncode action: " .. action.title)
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
say("line " .. number .. ": " .. vim.fn.getline(number))
wait("end of the diagnostic", function() return #vim.diagnostic.get(0) == 0 end)
say("findings: " .. #vim.diagnostic.get(0))

place("memory { limit", 9)
say("\nhover on `limit`:\n" .. request("textDocument/hover", vim.lsp.util.make_position_params()).contents.value)

number = place("network front { }")
set(number, "  network front { mode =  }")
vim.fn.cursor(number, 26)
vim.api.nvim_win_set_cursor(0, { number, 25 })
wait("completion", function()
  local items = request("textDocument/completion", vim.lsp.util.make_position_params())
  local words = {}
  for _, item in ipairs(items or {}) do
    words[#words + 1] = item.label
  end
  if #words == 0 then
    return false
  end
  say("\ncompletion after `mode = `: " .. table.concat(words, ", "))
  return true
end)
set(number, "  network front {mode=nat}")
if vim.lsp.buf.format then
  vim.lsp.buf.format({ timeout_ms = 60000 })
else
  vim.lsp.buf.formatting_sync(nil, 60000)
end
say("formatted: " .. vim.fn.getline(number))

place("attach front", 8)
local found = request("textDocument/definition", vim.lsp.util.make_position_params())[1]
say("\ndefinition of `front`: line " .. found.range.start.line + 1 .. " of " .. vim.fn.fnamemodify(vim.uri_to_fname(found.uri), ":t"))
vim.cmd("qall!")
