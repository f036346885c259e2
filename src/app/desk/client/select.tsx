import type { Choice } from '../api.ts'

export function Select(props: {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  set(value: string): void
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(it) => props.set(it.currentTarget.value)}>
        {props.choices.map(({ value, meaning }) => (
          <option key={value} value={value}>{`${value}: ${meaning}`}</option>
        ))}
      </select>
    </label>
  )
}
