import { type Member, members } from '../protocol.ts'
import type { Labels } from './labels.ts'

interface GroupBarProps {
  readonly labels: Labels
  readonly as: Member
  readonly onMember: (member: Member) => void
}

export const GroupHint = ({ labels }: Pick<GroupBarProps, 'labels'>) => (
  <div class="hint">
    <h2>{labels.groupName}</h2>
    <p>{labels.groupHint}</p>
  </div>
)

/** As whom the person speaks. */
export function GroupBar({ labels, as, onMember }: GroupBarProps) {
  return (
    <fieldset class="speak-as">
      <legend>{labels.speakAs}</legend>
      {members.map((member) => (
        <label key={member} class={member === as ? 'chosen' : ''}>
          <input
            type="radio"
            class="unseen"
            name="speak-as"
            value={member}
            checked={member === as}
            onChange={() => onMember(member)}
          />
          {labels.member[member]}
          {member === 'me' && <small> {labels.admin}</small>}
        </label>
      ))}
    </fieldset>
  )
}
