import { tellPending } from './interview.ts'
import { showPrompt } from './prompt-show.ts'
import { after, type Outcome, type Scene } from './scene.ts'

/** Says something, and shows again what is waited for: a prompt, or the open question. The role is not pressed. */
export function withQuestion(scene: Scene, text: string): Outcome {
  const { pending } = scene.state
  const { prompt = scene.conversation.held && 'which_offer' } = scene.conversation
  if (prompt && prompt !== 'role') return after(text, showPrompt(scene, prompt))
  return after(text, [scene.conversation, pending ? [tellPending(scene, pending)] : []])
}
