// Writes made-up schemas of Prisma, and the DDL that Prisma's own engine makes of each, for MadeSchemasTest.
//
//   npm install --prefix target/engine --ignore-scripts @prisma/schema-engine-wasm@6.19.0-6.48ac137868b5208bd026391e85982722e018129b
//   node src/test/prisma/make.mjs target/engine src/test/resources/prisma/made 8
//
// Run in core. The engine compares with nothing and is given no database; it speaks to PostgreSQL and SQLite only, in this form.
import fs from 'node:fs';
import path from 'node:path';

const [home, folder, count] = process.argv.slice(2);
const engine = path.resolve(home, 'node_modules/@prisma/schema-engine-wasm');
const wasm = await import(path.join(engine, 'schema_engine_bg.js'));
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: message => console.error(message) };
const bytes = fs.readFileSync(path.join(engine, 'schema_engine_bg.wasm'));
const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': wasm });
wasm.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start?.();

const ok = value => ({ ok: true, value, map() { return this; }, flatMap(f) { return f(value); } });

async function ddl(provider, text) {
  const name = provider === 'postgresql' ? 'postgres' : provider;
  const nobody = {
    provider: name, adapterName: 'nobody',
    queryRaw: async () => ok({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    getConnectionInfo: () => ok({ supportsRelationJoins: true }),
    dispose: async () => ok(undefined),
  };
  const factory = {
    provider: name, adapterName: 'nobody', errorRegistry: { consumeError() {} },
    connect: async () => ok(nobody), connectToShadowDb: async () => ok(nobody),
  };
  const made = await wasm.SchemaEngine.new({ datamodels: [['schema.prisma', text]] }, () => {}, factory);
  const result = await made.diff({
    from: { tag: 'empty' }, to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: text }] },
    script: true, exitCode: null, shadowDatabaseUrl: null, filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout;
}

// A generator of numbers that gives the same ones each time.
function dice(seed) {
  let state = seed * 2654435761 % 4294967296;
  const next = n => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor(state / 4294967296 * n);
  };
  return { next, one: list => list[next(list.length)], often: percent => next(100) < percent };
}

const CONSTANTS = {
  Int: ['0', '7', '-3'], BigInt: ['9007199254740993'], Float: ['1.5', '2', '-0.25'], Decimal: ['1.25', '10'],
  Boolean: ['true', 'false'], String: ['""', '"it\'s"', '"a \\"b\\""', '"two words"'],
  DateTime: ['now()', '"2020-01-02T03:04:05.678Z"'], Bytes: ['"AQID"'], Json: ['"{\\"a\\": [1, \\"x\\"]}"', '"[]"'],
};
const NATIVE = {
  Int: ['SmallInt', 'Integer', 'Oid'], BigInt: ['BigInt'], Float: ['Real', 'DoublePrecision'],
  Decimal: ['Decimal(10, 2)', 'Decimal', 'Money'], Boolean: ['Boolean'],
  String: ['Text', 'VarChar(40)', 'VarChar', 'Char(8)', 'Uuid', 'Citext', 'Inet', 'Xml', 'Bit(4)', 'VarBit'],
  DateTime: ['Timestamp(0)', 'Timestamp', 'Timestamptz(6)', 'Timestamptz', 'Date', 'Time(3)', 'Timetz'],
  Bytes: ['ByteA'], Json: ['Json', 'JsonB'],
};

function schema(provider, seed) {
  const { one, often, next } = dice(seed);
  const postgres = provider === 'postgresql';
  const several = postgres && often(30);
  const enums = postgres || often(50) ? ['Kind', 'State'] : [];
  const models = Array.from({ length: 3 + next(4) }, (_, i) => ['User', 'Post', 'Tag', 'audit_log', 'Zone', 'OrderItem'][i]);
  const blocks = models.map(name => ({ name, fields: [], rules: [] }));
  let related = 0;
  const where = () => several ? [`  @@schema("${one(['first', 'second'])}")`] : [];
  for (const block of blocks) {
    const bare = often(85);
    block.key = one(['Int @id @default(autoincrement())', 'String @id @default(cuid())', 'String @id @default(uuid())',
      'BigInt @id', postgres ? 'String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid' : 'Int @id']);
    if (bare) block.fields.push(`id ${block.key}${often(20) ? ' @map("the_id")' : ''}`);
    else {
      block.fields.push('tenant Int', 'number Int');
      block.rules.push('@@id([tenant, number])');
    }
    block.bare = bare;
    const keyable = [];
    const types = Object.keys(CONSTANTS).filter(type => postgres || type !== 'Json');
    for (let i = 0, most = 2 + next(7); i < most; i++) {
      const type = enums.length && often(15) ? one(enums) : one(types);
      const labelled = enums.includes(type);
      const list = postgres && often(12);
      const native = postgres && !labelled && often(40) ? one(NATIVE[type]) : '';
      const optional = !list && often(40);
      let field = `f${i} ${type}${list ? '[]' : optional ? '?' : ''}`;
      if (!list && often(45) && !/Uuid|Inet|Xml|Bit|Oid|Char\(/.test(native)) {
        const value = labelled ? one(['OPEN', 'CLOSED']) : one(CONSTANTS[type]);
        field += ` @default(${value})`;
      } else if (type === 'DateTime' && !list && !optional && often(30)) field += ' @updatedAt';
      else if (list && type === 'Int' && !native) field += ' @default([1, 2])';
      if (often(25)) field += ` @map("${one(['col_', 'Mixed Case ', 'select_'])}${i}")`;
      if (native) field += ` @db.${native}`;
      if (!list && !['Json', 'Bytes'].includes(type) && !/Xml|Bit/.test(native)) {
        keyable.push(`f${i}`);
        if (often(8)) field += ' @unique';
      }
      block.fields.push(field);
    }
    if (postgres && often(20)) block.fields.push('search Unsupported("tsvector")?', 'place Unsupported("point")?');
    if (keyable.length > 1 && often(60)) block.rules.push(`@@index([${keyable[0]}, ${keyable[1]}${often(40) ? '(sort: Desc)' : ''}])`);
    if (keyable.length > 1 && often(40)) block.rules.push(`@@unique([${keyable[1]}, ${keyable[0]}]${often(30) ? ', map: "a name"' : ''})`);
    if (postgres && keyable.length && often(15)) {
      // The engine writes it for money, too, and the server refuses it.
      const money = block.fields.some(field => field.startsWith(`${keyable[0]} `) && field.includes('Money'));
      if (!money) block.rules.push(`@@index([${keyable[0]}], type: Hash)`);
    }
    if (often(30)) block.rules.push(`@@map("${block.name.toLowerCase()}_table")`);
  }
  const withId = blocks.filter(block => block.bare);
  for (let i = 0, most = withId.length ? 1 + next(4) : 0; i < most; i++) {
    const from = one(blocks), to = one(withId), name = `r${related++}`;
    const type = to.key.split(' ')[0] + (/@db\.Uuid/.test(to.key) ? 'N' : '');
    const scalar = type.replace('N', '');
    const optional = often(50);
    const single = from !== to && often(20);
    from.fields.push(`${name} ${to.name}${optional ? '?' : ''} @relation("${name}", fields: [${name}Id], references: [id]`
      + `${often(30) ? `, onDelete: ${optional ? one(['Cascade', 'SetNull', 'NoAction']) : one(['Cascade', 'Restrict'])}` : ''})`);
    from.fields.push(`${name}Id ${scalar}${optional ? '?' : ''}${single ? ' @unique' : ''}${type !== scalar ? ' @db.Uuid' : ''}`);
    to.fields.push(`${name}Of ${from.name}${single ? '?' : '[]'} @relation("${name}")`);
  }
  if (withId.length > 1 && often(70)) {
    const [a, b] = [withId[0], withId[withId.length - 1]];
    const name = often(40) ? ' @relation("both ways")' : '';
    a.fields.push(`many${b.name} ${b.name}[]${name}`);
    b.fields.push(`many${a.name} ${a.name}[]${name}`);
  }
  if (withId.length && often(25)) {
    withId[0].fields.push(`friends ${withId[0].name}[] @relation("friends")`, `friendOf ${withId[0].name}[] @relation("friends")`);
  }
  const lines = ['datasource db {', `  provider = "${provider}"`, '  url      = env("DATABASE_URL")'];
  if (several) lines.push('  schemas  = ["first", "second"]');
  if (often(15)) lines.push('  relationMode = "prisma"');
  lines.push('}', '');
  for (const block of blocks) {
    lines.push('/// Made up', `model ${block.name} {`, ...block.fields.map(field => `  ${field}`), ...block.rules.map(rule => `  ${rule}`), ...where(), '}', '');
  }
  for (const name of enums) {
    lines.push(`enum ${name} {`, '  OPEN', '  CLOSED @map("closed now")', ...(often(30) ? [`  @@map("${name.toLowerCase()}_kind")`] : []), ...where(), '}', '');
  }
  return lines.join('\n');
}

let left = 0;
for (const provider of ['postgresql', 'sqlite']) {
  for (let seed = 1, made = 0; made < Number(count); seed++) {
    const text = schema(provider, seed);
    try {
      const script = await ddl(provider, text);
      const name = path.join(folder, `${provider}-${String(++made).padStart(2, '0')}`);
      fs.writeFileSync(`${name}.prisma`, text);
      fs.writeFileSync(`${name}.sql`, script + '\n');
    } catch (refused) {
      if (++left <= 3) console.error(text, refused.message);
      if (left > 400) throw refused;
    }
  }
}
console.error(`${left} were no valid schemas`);
