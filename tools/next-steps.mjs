// The last lines of `npm start`: where a newcomer goes from here.
process.stdout.write(`
Where to go next
  node dist/cli/main.mjs check your-folder          review your own designs
  node dist/cli/main.mjs explain comm-confidentiality   read a requirement's page
  npm run package                                   build dist/meterlint.vsix; install it in VS Code with
                                                    "Extensions: Install from VSIX..." and open examples/
`);
