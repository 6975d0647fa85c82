import { XMLParser } from 'fast-xml-parser'

/** An element: its text where it has nothing else, or its children by name, with attributes under `@name`. */
export type Xml = string | { readonly [name: string]: Xml | readonly Xml[] }

/** UTF-16 units; longer XML is not parsed. It takes about a tenth of a second. */
const longest = 500_000

/** Only what XML itself and HTML define stands for a character: documents that declare more are not parsed. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: 50,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: longest, maxExpandedLength: longest },
})

/** The root elements of an XML text; undefined where it cannot be parsed safely. Never throws. */
export function parseXml(text: string): Xml | undefined {
  if (text.length > longest || /<!(?:DOCTYPE|ENTITY)/iu.test(text)) return undefined
  try {
    const parsed: unknown = parser.parse(text)
    return isXml(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isXml(value: unknown): value is Xml {
  if (typeof value === 'string') return true
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one: unknown) => (Array.isArray(one) ? one.every(isXml) : isXml(one)))
  )
}

/** All children of this name, in order. */
export function children(xml: Xml | undefined, name: string): readonly Xml[] {
  if (xml === undefined || typeof xml === 'string' || !Object.hasOwn(xml, name)) return []
  const found = xml[name]
  return found === undefined ? [] : isList(found) ? found : [found]
}

const isList = (found: Xml | readonly Xml[]): found is readonly Xml[] => Array.isArray(found)

export const child = (xml: Xml | undefined, name: string): Xml | undefined => children(xml, name)[0]

export function attribute(xml: Xml, name: string): string {
  const value = child(xml, `@${name}`)
  return typeof value === 'string' ? value : ''
}
