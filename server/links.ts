import { UriUtils, type FileSystemProvider, type URI } from 'langium';

/**
 * Whether a path leads from a folder down to a file without a symbolic link on its way: a link to a folder would lead an import out of what was
 * opened, however its text looks. What is not below the folder is not reached.
 */
export async function isReachedWithoutLinks(file: URI, folder: URI, disk: FileSystemProvider): Promise<boolean> {
  const entry = await disk.stat(file).catch(() => undefined);
  if (entry?.isFile !== true) return false;
  for (let at = UriUtils.dirname(file); !UriUtils.equals(at, folder); at = UriUtils.dirname(at)) {
    if (at.path.length <= folder.path.length) return false;
    const between = await disk.stat(at).catch(() => undefined);
    if (between?.isDirectory !== true) return false;
  }
  // Where case does not count on a disk, a list of the folder knows the one true name.
  const beside = await disk.readDirectory(UriUtils.dirname(file));
  return beside.some((one) => one.isFile && UriUtils.equals(one.uri, file));
}
