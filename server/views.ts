import { WorkspaceState, type ServiceRequirements } from 'langium/lsp';

/** What has to be done before a view of the review is answered: names are coloured by what they mean in the whole workspace. */
export const viewNeeds: Partial<ServiceRequirements> = {
  SemanticTokenProvider: WorkspaceState.IndexedReferences,
};
