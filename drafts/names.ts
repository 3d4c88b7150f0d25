/** What a design is called until somebody says. */
export const unnamed = 'new-design';
