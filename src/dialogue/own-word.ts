/** A text longer than this, in UTF-16 units, may well be pasted. */
const LONGEST_OWN_WORD = 80
const hearsay =
  /(?:他|她|他们|她们|佢|对方|對方|上线|上線|老师|老師|人家|群里|群裡|群主|介绍人|介紹人|推荐人)们?(?:都|也|就|一直)?(?:说|說|讲|講|话|告诉|保证)|我们公司|我們公司|\b(?:they|he|she|recruiter|leader|sponsor)(?: (?:all|just|always))? (?:says?|said|tells?|told|claims?|claimed|promises?|promised)\b|\bour company\b/iu

/** Whether what stands in a reply is the person's own word: short, and not what somebody else says. */
export const isOwnWord = (text: string): boolean => text.length <= LONGEST_OWN_WORD && !hearsay.test(text)
