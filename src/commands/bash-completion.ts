/**
 * The completion script of bash. The generator's own runs what was typed through `eval`, so that a tab key after
 * `listen list "$(date)` would run `date`; it complains when it is read twice, and needs the bash-completion package.
 */
export const bashCompletion = `# bash completion for listen
_listen() {
  local typed=\${COMP_WORDS[COMP_CWORD]} candidate
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate _; do
    [[ $candidate != :* && $candidate == "$typed"* ]] && COMPREPLY+=("$candidate")
  done < <(listen complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _listen listen
`;
