/** The files of the built-in catalogue, relative to this folder. A test keeps the list equal to the folder's content. */
export const catalogueFiles: readonly string[] = ['attributes.meter'];
