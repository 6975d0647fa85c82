import { nextQuestion } from '../../interview/next-question.ts'
import { fingerprint } from '../../reading/fingerprint.ts'
import { counts, type Evidence } from '../../verdict/findings.ts'
import { tellElementsTouched, tellFraudMark, tellShown } from '../../wording/group.ts'
import { tellHeadline } from '../../wording/verdict-lines.ts'
import type { Conversation } from '../conversation.ts'
import { evidenceIn, newIn } from '../intake.ts'
import { told } from '../interview.ts'
import { asNews, offersIn } from '../log.ts'
import { changing, choices, noting, type Scene, unprompted } from '../scene.ts'
import { see } from '../see.ts'
import { answer, type GroupOutcome, keep, offerPrivate, type Room, spokeOf } from './room.ts'

/** What a message that names the bot shows about an offer: the words it quotes and its pictures are a claim, the sender's own are not. */
export function evidenceHeard({ scene, heard: { text, quoted = '', forwarded, pictures = [] } }: Room): Evidence[] {
  const shown = see(scene, pictures).found
  return [...shown, ...evidenceIn(scene, quoted, 'claim'), ...evidenceIn(scene, text, forwarded ? 'claim' : 'account')]
}

/**
 * The answer to a member who asks about an offer, where the recruiter may be reading: in one short message what the
 * text itself shows, which elements of the definition that touches, and what to find out before anyone pays. The rest
 * in private, or here if they say so.
 */
export function firstLook(room: Room, found: readonly Evidence[]): GroupOutcome {
  const { scene, group, heard } = room
  const news = newIn(scene, found)
  const { offer: current, log } = scene.conversation
  // What somebody else wrote, and was not shown before, is another offer; one's own words add to the last.
  const isNew = scene.state.begun && news.some(({ source }) => source === 'claim')
  const offer = isNew ? offersIn(log) + 1 : current
  const pictures = (scene.conversation.pictures ?? 0) + (heard.pictures?.length ?? 0)
  const counted = changing(unprompted(scene), { offer, ...(pictures > 0 && { pictures }) })
  const taken = noting(counted, ...asNews(isNew ? found : news))
  const pitch = fingerprint(heard.quoted || heard.text)
  return look(keep({ ...room, group: spokeOf(group, pitch) }, taken.conversation, { here: false }), found)
}

/** The same once more, after a message was changed. */
export function lookAgain(room: Room, conversation: Conversation, lead: string): GroupOutcome {
  const kept = keep(room, unprompted({ ...room.scene, conversation }).conversation)
  return look(kept, kept.scene.state.evidence, `${lead}\n`)
}

/** Tells what this evidence shows, and the ways on from it; here only where something is left to ask. */
function look(room: Room, evidence: readonly Evidence[], lead = ''): GroupOutcome {
  const { scene, group } = room
  const text = lead + tellFirstLook(scene, evidence, group.settings.verdicts)
  const here = nextAbout(scene) ? choices(scene.speaker, 'here') : []
  return answer(...offerPrivate(room, { text }, ...here))
}

const nextAbout = ({ core, rules, findings }: Scene) =>
  nextQuestion(core.knowledge, rules, findings, { once: 0, again: 0 })

/** One short message on what was said about an offer; with its verdict only where that is allowed and settled. */
export function tellFirstLook(scene: Scene, evidence: readonly Evidence[], verdicts: boolean): string {
  const { core, speaker, rules } = scene
  const counted = evidence.filter((one) => counts(core.knowledge, one))
  const shown = tellShown(core.knowledge, speaker, counted)
  const verdict = verdicts ? told(scene) : undefined
  const next = nextAbout(scene)
  return [
    shown.length > 0
      ? speaker.say('group-shows', { statements: speaker.list(shown) })
      : speaker.say('group-shows-none'),
    tellElementsTouched(core.knowledge, rules, speaker, counted),
    tellFraudMark(rules, speaker, counted),
    verdict?.answer.determinacy === 'settled' ? tellHeadline(verdict) : undefined,
    next && speaker.say('group-find-out', { question: speaker.tell(next.fact.question) }),
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}
