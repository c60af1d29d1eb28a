/** A checkbox of a row. Native: Spectrum's brings 8 kB of fields to every page that has a table. */
import './selectBox.css';

interface SelectBoxProps {
  label: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (isSelected: boolean) => void;
}

export function SelectBox({ label, isSelected, isIndeterminate, onChange }: SelectBoxProps) {
  return (
    <label className="kw-select-box">
      <input
        type="checkbox"
        aria-label={label}
        checked={isSelected}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate ?? false;
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
