/**
 * What is wrong with the cells of a line that was left out, as far as they tell it themselves: the
 * server gives its reasons in English, and whoever reads another language learns them from here.
 * What may be imported stays the server's word.
 */
import type { OnExisting } from '../../generated/enums.ts';
import { CLOUDS, SHIELDS, regionsOf } from '../../features/organization/organizationChoices.ts';
import {
  imsOrgIdProblem,
  nameProblem,
  tenantProblem,
  type InputProblem,
} from '../../features/organization/organizationInput.ts';

export interface CellFault {
  column: string;
  id:
    | `input.${InputProblem}`
    | 'import.fault.oneOf'
    | 'import.fault.tenantOnAws'
    | 'import.fault.exists';
  /** What would be right, where it is one of a few. */
  values: string;
}

const FLAGS = ['true', 'false', 'yes', 'no', '1', '0'];
const plain = (problem: InputProblem | null) =>
  problem && { id: `input.${problem}` as const, values: '' };

function oneOf(list: readonly string[], isRequired = false) {
  return (cell: string) => {
    if (cell === '') return isRequired ? plain('required') : null;
    return list.some((one) => one.toLowerCase() === cell.toLowerCase())
      ? null
      : { id: 'import.fault.oneOf' as const, values: list.join(', ') };
  };
}

const JUDGES: Readonly<
  Record<string, (cell: string, isAws: boolean) => Omit<CellFault, 'column'> | null>
> = {
  name: (cell) => plain(nameProblem(cell)),
  imsOrgId: (cell) => plain(imsOrgIdProblem(cell)),
  cloud: oneOf(CLOUDS),
  // What can be together with the cloud (AWS-01, ENT-02); a region that is left out is one on
  // Azure.
  region: (cell, isAws) =>
    oneOf(regionsOf(isAws ? 'AWS' : 'AZURE'), isAws)(cell || (isAws ? 'VA7' : '')),
  shield: (cell, isAws) => oneOf(isAws ? ['PRIVACY_AND_SECURITY_SHIELD'] : SHIELDS, true)(cell),
  ownsCja: oneOf(FLAGS),
  azureTenantId: (cell, isAws) =>
    plain(tenantProblem(cell)) ??
    (cell !== '' && isAws ? { id: 'import.fault.tenantOnAws', values: '' } : null),
};

/**
 * By column in lower case, as the header of a list may write it. Null where a column was refused
 * for a reason that is not known here.
 */
export function cellErrors(
  cells: Readonly<Record<string, string>>,
  refused: readonly string[],
  onExisting: OnExisting,
): CellFault[] | null {
  const cell = (column: string) => (cells[column.toLowerCase()] ?? '').trim();
  const isAws = cell('cloud').toUpperCase() === 'AWS';
  const faults = Object.entries(JUDGES).flatMap(([column, validate]): CellFault[] => {
    const fault = validate(cell(column), isAws);
    return fault ? [{ column, ...fault }] : [];
  });
  if (refused.length === 0) return null;
  const isFault = (column: string) => faults.some((fault) => fault.column === column);
  if (refused.every(isFault)) return faults;
  // A detail that is right in itself is refused only where the organization exists with another
  // one. Of the ID that is not so.
  if (onExisting === 'SKIP' && !refused.some((column) => isFault(column) || column === 'imsOrgId'))
    return refused.map((column) => ({ column, id: 'import.fault.exists', values: '' }));
  return null;
}
