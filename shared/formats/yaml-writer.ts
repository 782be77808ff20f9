/** Writes maps, lists, texts and numbers as YAML that readers of version 1.1 and of version 1.2 read alike. */
import { Document, type Node, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import { PlainScalar, type YamlValue } from './yaml-door.ts';

/** What can be written: what was read, and numbers and flags of our own. */
export type WritableValue = YamlValue | number | boolean | readonly WritableValue[] | WritableMap;
export type WritableMap = ReadonlyMap<string, WritableValue>;

/** A scalar that was no text where it was read is written as it stood. */
const AS_IT_STOOD: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value: unknown) => value instanceof PlainScalar,
  resolve: (text: string) => text,
  stringify: ({ value }) => (value instanceof PlainScalar ? value.text : String(value)),
};

/** One document, after a line of dashes; texts are quoted where a reader could take them for other things. */
export function writeYaml(map: WritableMap): string {
  const document = new Document(null, {
    // Version 1.1 knows more words and numbers: what is safe there is safe in 1.2.
    version: '1.1',
    customTags: (tags) => [AS_IT_STOOD, ...tags],
  });
  document.contents = nodeOf(map);
  return `---\n${document.toString({ lineWidth: 0, directives: false })}`;
}

/** Nodes of our own, because a `Map` would be written as the ordered map of version 1.1. */
function nodeOf(value: WritableValue): Node {
  if (value instanceof Map) {
    const map = new YAMLMap();
    for (const [key, item] of value as WritableMap) {
      map.items.push(new Pair(new Scalar(key), nodeOf(item)));
    }
    return map;
  }
  if (!Array.isArray(value)) return new Scalar(value);
  const list = new YAMLSeq();
  list.items.push(...(value as readonly WritableValue[]).map(nodeOf));
  return list;
}
