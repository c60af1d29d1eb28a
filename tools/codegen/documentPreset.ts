/** The preset for typed documents, with the contract's own types imported from elsewhere. */
import { preset as clientPreset } from '@graphql-codegen/client-preset';

interface PresetConfig {
  /** The module of the types; a package begins with `~`. The client's preset has no such option. */
  typesFrom: string;
}

/** Projects name this file in their configuration, with `typesFrom` in `presetConfig`. */
export const preset: typeof clientPreset = {
  ...clientPreset,
  buildGeneratesSection: async (options) => {
    const sections = await clientPreset.buildGeneratesSection(options);
    const { typesFrom } = options.presetConfig as unknown as PresetConfig;
    const types = { importSchemaTypesFrom: typesFrom, importExtension: '.ts' };
    return sections.map((section) =>
      section.filename.endsWith('graphql.ts')
        ? { ...section, config: { ...(section.config as object), ...types } }
        : section,
    );
  },
};
