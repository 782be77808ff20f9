/** `plenum export FILE --faceplate TYPE`: the faces of one device type at 1:1. */
import { typeByName } from '../../shared/library/type-by-name.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { exportFaceplateDxf, exportFaceplatePdf, exportFaceplateSvg } from '../export/index.ts';
import { type Arguments, choiceOf, UsageError } from './arguments.ts';
import { writing } from './writing.ts';

const BOTH = ['front', 'rear'] as const;
/** What is not about faces. */
const OTHERS = ['csv', 'device-types', 'png', 'racks', 'sheets', 'against', 'orientation'] as const;

/** @throws UsageError when nothing of a face was asked for, or the design has no such type */
export async function exportFaceplate(
  given: Arguments,
  design: Design,
  name: string,
): Promise<void> {
  const [pdf, svg, dxf] = ['pdf', 'svg', 'dxf'].map((option) => given.text(option));
  const other = OTHERS.find((option) => given.text(option) !== undefined);
  if (other !== undefined) {
    throw new UsageError(say('cli.not-of-faceplate', { option: other }));
  }
  if (pdf === undefined && svg === undefined && dxf === undefined) {
    throw new UsageError(say('cli.export-use', { usage: say('cli.usage.export') }));
  }
  const paper = choiceOf(given, 'paper', ['fit', 'A4', 'A3'], 'fit');
  const type = namedType(design, name);
  const wanted = { faces: BOTH, dimensions: !given.flag('no-dimensions') };
  if (pdf !== undefined) {
    const options = { ...wanted, paper, date: new Date() };
    await writing(pdf, () => exportFaceplatePdf(type, pdf, options));
  }
  if (svg !== undefined) await writing(svg, () => exportFaceplateSvg(type, svg, wanted));
  if (dxf !== undefined) await writing(dxf, () => exportFaceplateDxf(type, dxf, wanted));
}

function namedType({ deviceTypes }: Design, name: string): DeviceType {
  const answer = typeByName(deviceTypes.values(), name);
  if (answer.found) return answer.found;
  const like = answer.like.map(({ manufacturer, model, slug, id }) =>
    answer.many ? id : slug || `${manufacturer} ${model}`,
  );
  const key = answer.many ? 'many' : like.length > 0 ? 'like' : 'none';
  throw new UsageError(say(`cli.no-type.${key}`, { name, like: like.join(', ') }));
}
