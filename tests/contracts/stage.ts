import type { Platform } from '../../adapters/platform.ts'

/** One message of the bot, as a person sees it on the platform. */
export interface Seen {
  /** As shown; where the platform has no buttons, numbered choices stand in it. */
  readonly text: string
  /** Labels of what can be pressed, or chosen by its number, in order. */
  readonly choices: readonly string[]
  /** The command or link target that takes the offer along to a private chat: what follows `/start `. */
  readonly token?: string
  /** A picture that is shown with it. */
  readonly picture?: Uint8Array
  /** Shown to this person alone, in passing (a toast), where the platform can. */
  readonly aside?: boolean
}

/** How the platform's own side answers the sends that follow. */
export type Trouble = 'busy' | 'down' | 'refuses' | 'gone'

export interface Say {
  /** Forwarded: somebody else's words. */
  readonly forwarded?: boolean
  /** In a group: names the bot. */
  readonly mention?: boolean
  /** In a group: replies to this message of another member, whose words are quoted. */
  readonly replyTo?: string
  /** The platform delivers the very same update so many times; 1 where it is not given. */
  readonly times?: number
}

/** A chat as one of its people uses it. Each call resolves with what the bot showed there because of it. */
export interface Chat {
  say(text: string, how?: Say): Promise<readonly Seen[]>
  /** Sends these pictures, one after another as fast as the platform lets a person. */
  picture(...files: readonly Uint8Array[]): Promise<readonly Seen[]>
  /** Presses the choice with this label on the latest message that offers it, or gives its number. */
  press(label: string): Promise<readonly Seen[]>
}

export interface Person {
  /** Their private chat with the bot. */
  readonly private: Chat
  /** The group as they see it. */
  in(group: string): Chat
}

/** A platform with a bot on it and people who talk. */
export interface Stage {
  /** The same name is the same person everywhere. */
  person(name: string): Person
  /**
   * Makes a group of these people, the first its only admin, and adds the bot; resolves with what it says. The same
   * group again, after `remove`, is the same chat, and the bot is added anew.
   */
  found(group: string, members: readonly string[]): Promise<readonly Seen[]>
  /** The bot is taken out of the group. */
  remove(group: string): Promise<void>
  /**
   * The next `times` sends meet this trouble; with `to`, the next to the private chat of this person. It takes the
   * place of any trouble before it, so that 0 times is none.
   */
  trouble(kind: Trouble, times: number, to?: string): void
  close(): Promise<void>
}

/** A platform under the contract: its adapter, and its own side played as truly as can be. */
export interface PlatformUnderTest {
  readonly name: string
  /** The most UTF-16 units the platform shows in one message. */
  readonly longest: number
  /** What it has; the parts of the contract that need more are not run. */
  readonly has: {
    readonly groups: boolean
    readonly asides: boolean
    readonly sending: boolean
    /** One person only, as at a terminal. */
    readonly alone?: true
    /** No buttons: only what the latest message offers can be chosen, by its number. */
    readonly numbered?: true
  }
  /** `run` starts the real bot with the platform; the stage closes it. */
  open(run: (platform: Platform) => Promise<() => Promise<void>>): Promise<Stage>
}
