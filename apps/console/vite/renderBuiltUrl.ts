/** How files of the build name one another, so that it works under any path of a host. */
import type { RenderBuiltAssetUrl } from 'vite';

/**
 * Scripts and styles name files beside themselves. Pages name them from the root of the host, where
 * the api puts the path in front that Keyway is served under.
 */
export const renderBuiltUrl: RenderBuiltAssetUrl = (_filename, { hostType }) =>
  hostType === 'html' ? undefined : { relative: true };
