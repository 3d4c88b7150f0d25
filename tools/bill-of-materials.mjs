// The bill of materials of what is shipped, as CycloneDX tells it. No time, no serial number: the same build has the same bytes.
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { readFileSync } from 'node:fs';

/**
 * @param {{ name: string, version: string, license: string }} product what is shipped
 * @param {readonly import('./third-party.mjs').ThirdParty[]} packages what of others is in it
 * @param {string} lockFile the lock file that says what each package's archive hashes to
 * @returns {string} CycloneDX 1.6, JSON
 */
export function billOfMaterials(product, packages, lockFile) {
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  const root = componentOf({ ...product, licence: product.license }, Enums.ComponentType.Application);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) });
  for (const one of packages) {
    const component = componentOf(one, Enums.ComponentType.Library);
    const integrity = locked.find(([where, { version }]) => where.endsWith(`node_modules/${one.name}`) && version === one.version)?.[1]
      .integrity;
    if (integrity?.startsWith('sha512-'))
      component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(integrity.slice(7), 'base64').toString('hex'));
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 1 })}\n`;
}

function componentOf({ name, version, licence }, type) {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const address = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${bare}@${version}`;
  const component = new Models.Component(type, bare, { bomRef: address, group: scope, version, purl: address });
  component.licenses.add(licence.includes(' ') ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence));
  return component;
}
