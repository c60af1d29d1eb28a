import type { Tree } from '@nx/devkit';

/**
 * Inserts text before the first match of an anchor.
 * @throws Error where the file has no such place, as after a change of its layout
 */
export function insertBefore(tree: Tree, path: string, anchor: RegExp, text: string): void {
  const content = tree.read(path, 'utf8') ?? '';
  const at = content.search(anchor);
  if (at < 0) throw new Error(`${path} has no ${anchor}; adapt the generator in tools/nx.`);
  tree.write(path, content.slice(0, at) + text + content.slice(at));
}

/** @throws Error where a file of that name exists */
export function refuseExisting(tree: Tree, path: string): void {
  if (tree.exists(path)) throw new Error(`${path} exists already.`);
}
