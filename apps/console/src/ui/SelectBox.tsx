/** A checkbox of a row. Native: Spectrum's brings 8 kB of fields to every page that has a table. */
import './selectBox.css';

interface SelectBoxProps {
  label: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  /** In a grid, whose keys select; a click on the box is none on its cell. */
  isOfGrid?: boolean;
  onChange: (isSelected: boolean) => void;
}

export function SelectBox({
  label,
  isSelected,
  isIndeterminate,
  isOfGrid,
  onChange,
}: SelectBoxProps) {
  return (
    // The label's own click is followed by one of the box.
    <label
      className="kw-select-box"
      onClick={isOfGrid ? (event) => event.stopPropagation() : undefined}
    >
      <input
        type="checkbox"
        aria-label={label}
        checked={isSelected}
        tabIndex={isOfGrid ? -1 : undefined}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate ?? false;
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
