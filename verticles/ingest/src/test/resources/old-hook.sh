#!/usr/bin/env bash
# Speaks as the hook scripts do that were there before Hookline: one JSON object on one line, each over
# a connection of its own, opened by nc. The socket is $TELEGRAM_BRIDGE_SOCKET, the session is $1.
set -e

session=$1

[[ -S "$TELEGRAM_BRIDGE_SOCKET" ]] || exit 3 # no bridge is running

send() { # type, content, metadata
  printf '{"type":"%s","sessionId":"%s","timestamp":"%s","content":"%s","metadata":%s}\n' \
    "$1" "$session" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$2" "$3" | nc -U -q0 "$TELEGRAM_BRIDGE_SOCKET"
}

send session_start 'Claude Code session started' '{"hostname":"laptop","projectDir":"/home/ann/shop","tmuxPane":null}'
send user_input 'größer, bitte' '{"source":"cli"}'
send tool_start 'Tool: Bash' '{"tool":"Bash","input":{"command":"ls"}}'
send tool_result 'README.md' '{"tool":"Bash"}'
send turn_complete 'Turn complete' '{}'
