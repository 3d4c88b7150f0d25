import { bashCompletions } from '../completions/bash.js';
import { fishCompletions } from '../completions/fish.js';
import { zshCompletions } from '../completions/zsh.js';
import { exitCodes } from '../usage.js';
import { verb } from '../verb.js';

const shells = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions } as const;

export const completionsVerb = verb({
  name: 'completions',
  summary: 'print a script with which a shell completes verbs, options and values',
  about: [
    'Bash: put the line of the example into ~/.bashrc. Zsh: write the script to a file _meterlint in a folder of $fpath. Fish: write it to ~/.config/fish/completions/meterlint.fish.',
  ],
  args: [{ name: 'SHELL', described: 'the shell', least: 1, most: 1, allowed: Object.keys(shells) }],
  options: {},
  examples: [{ line: 'source <(meterlint completions bash)', told: 'completes in this shell' }],
  exits: [
    { code: 0, meaning: 'the script was printed' },
    { code: 2, meaning: 'could not run: usage' },
  ],
  run: ({ args: [shell], verbs }) => {
    process.stdout.write(shells[shell as keyof typeof shells](verbs));
    return Promise.resolve(exitCodes.clean);
  },
});
