import type { ChosenValue, DeedChoice } from '#viewer/protocol/deeds/deed-choice.ts'

export interface DeedFieldProps<Kind extends DeedChoice = DeedChoice> {
  readonly field: Kind
  /** Undefined: as the command has it by itself. */
  readonly value: ChosenValue | undefined
  readonly onChange: (value: ChosenValue) => void
}
