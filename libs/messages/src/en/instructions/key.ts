export const key = {
  needRole: 'You need the role **{role}** on {vault}; creating a vault does not grant it.',
  unfit:
    '{key} exists and can’t be made valid: type and size of a key can’t be changed. Create another one, and {byLink, select, true {send its identifier to the partner who sent you this link} other {provide its identifier here}}.',
  create:
    'Open {vault} > **Keys > Generate/Import** and create {key, select, none {a key} other {{key}}}: type **RSA** or **RSA-HSM**, size **3072** or **4096**.',
  exists:
    'Open {vault} > **Keys** > {key}. It exists: do not create it again, which would make a new version.',
  operations: 'Permitted operations: at least **Wrap Key** and **Unwrap Key**.',
  dates:
    'Enabled, without an activation date in the future. Without an expiry date, or with one and a rotation policy.',
  copy: 'Open the current version, copy **Key Identifier** and {byLink, select, true {check that it is the one below; if not, send it to the partner who sent you this link} other {provide it here}}. Name and vault are permanent.',
};
