/** A button that saves this person's tasks as a file. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';

const foot = style({ marginTop: 12, paddingBottom: 16 });

export function ExportTasks() {
  const intl = useIntl();
  return (
    <div className={foot}>
      <ExportButton
        text={intl.formatMessage({ id: 'matrix.exportTasks' })}
        file={async (tools) => (await import('./tasksFile.ts')).tasksFile(tools)}
      />
    </div>
  );
}
