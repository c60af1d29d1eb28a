/** The terms of the glossary, each with the rules that it rests on. */
export const GLOSSARY_TERMS = {
  setUp: [
    { id: 'key', rules: ['AJO-05'] },
    { id: 'shield', rules: ['ENT-01', 'ENT-02'] },
    { id: 'imsOrgId', rules: [] },
    { id: 'tenant', rules: [] },
    { id: 'vault', rules: ['VAL-08'] },
    { id: 'purge', rules: ['IRR-02'] },
    { id: 'consent', rules: ['CJA-08'] },
  ],
  keyway: [
    { id: 'run', rules: [] },
    { id: 'track', rules: ['AJO-01'] },
    { id: 'step', rules: [] },
    { id: 'check', rules: [] },
    { id: 'attest', rules: [] },
    { id: 'turn', rules: [] },
    { id: 'handOff', rules: [] },
    { id: 'approval', rules: [] },
    { id: 'pointOfNoReturn', rules: ['IRR-01', 'IRR-09'] },
    { id: 'evidence', rules: [] },
    { id: 'keyManaged', rules: ['AJO-02'] },
    { id: 'health', rules: ['IRR-05'] },
  ],
} as const;
