import type { VerdictCard } from '../../../src/index.ts'
import { printable } from '../../printable.ts'
import type { Labels } from './labels.ts'
import type { Bot } from './transcript.ts'

interface CardProps {
  readonly card: VerdictCard
  readonly verdict: Bot['verdict']
  readonly labels: Labels
}

const signs = { met: '●', open: '○', not_met: '–', authority: '○' }

/** The verdict, readable at a glance: what it says, element by element, and what it rests on. */
export function Card({ card: { headline, elements, notes, basis }, verdict = 'unclear', labels }: CardProps) {
  return (
    <section class={`card ${verdict}`}>
      <h2>{printable(headline)}</h2>
      {elements.length > 0 && (
        <>
          <h3>{labels.elements}</h3>
          <ul class="elements">
            {elements.map(({ name, state, quotes }) => (
              <li key={name} class={state}>
                <span class="sign" aria-hidden="true">
                  {signs[state]}
                </span>
                <span class="element">
                  <span class="element-name">{name}</span> <span class="element-state">{labels.state[state]}</span>
                  {quotes.map((quote) => (
                    <q key={quote} dir="auto">
                      {printable(quote)}
                    </q>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <p key={note} class="note">
          {printable(note)}
        </p>
      ))}
      <p class="basis">{basis}</p>
    </section>
  )
}
