import { describe, expect, test } from '@jest/globals';
import { parseList } from '../../src/inputs/lists.js';
import { parsePairs } from '../../src/inputs/pairs.js';

describe('a list', () => {
  test.each([
    ['one per line', 'a\n b \n\nc\n'],
    ['comma-separated', 'a, b,,c,'],
    ['lines and commas', 'a,\nb\nc'],
    ['with Windows line ends', 'a\r\nb\r\nc'],
    ['a JSON array', '["a", " b ", "", "c"]'],
    ['a JSON array over lines', '\n[\n  "a",\n  "b",\n  "c"\n]\n'],
    ['with repetitions', 'a\nb\na\nc\nc'],
    ['as terraform fmt leaves it', '[\n  "a", # first\n  "b", // second\n  /* and */\n  "c",\n]'],
    ['in single quotes', "['a', 'b', 'c']"],
    ['in the flow style of YAML', '[a, b, c]'],
    ['with bullets', '- a\n- "b"\n* c'],
    ['with comments', '# all\na # one\nb // two\n// three\nc'],
    ['in quotes, with commas after them', '"a",\n\'b\',\n`c`,']
  ])('%s', (_form, text) => {
    expect(parseList(text)).toEqual({ value: ['a', 'b', 'c'] });
  });

  test('of nothing is empty', () => {
    expect(parseList(' \n, ')).toEqual({ value: [] });
    expect(parseList('[]')).toEqual({ value: [] });
  });

  test.each(['null', '~', '""', "''", '[ ]', '[\n# none\n]'])('%j is none', (text) => {
    expect(parseList(text)).toEqual({ value: [] });
  });

  test('a comma in quotes is part of an entry', () => {
    expect(parseList('"a,b", c')).toEqual({ value: ['a,b', 'c'] });
    expect(parseList('["a,b", "c"]')).toEqual({ value: ['a,b', 'c'] });
  });

  test.each([
    ['["a", 1]', 'entry 2 is 1 without quotes; write "1"'],
    ['["a", null]', 'entry 2 is null without quotes; write "null"'],
    ['["a"', 'a comma or the closing ] is missing at its end'],
    ['["a"\n"b"]', 'in line 2, a comma or the closing ] is missing before "\\"b\\"]"'],
    ['[["a"]]', 'entry 1 is an array of its own'],
    ['[{"a": "b"}]', 'entry 1 is an object'],
    ['["a]', 'the quotes of a text do not end'],
    ['["a"] "b"', 'there is more after its end: "\\"b\\""']
  ])('%s is no array of strings', (text, why) => {
    expect(parseList(text)).toEqual({
      problem: `it begins like a JSON array and is not an array of strings: ${why}`
    });
  });

  test.each([
    ['tolist(["a"])', "it calls Terraform's tolist; give what is in its brackets, written out"],
    ['var.admins', '"var.admins" is an expression of Terraform; give its value'],
    ['admins = ["a"]', 'it begins with "admins ="; leave that out'],
    ['{"a": "b"}', 'it is an object, and a list is needed'],
    ['<<-EOF\na\nEOF', expect.stringContaining('it begins like a heredoc')]
  ])('%s is told, not taken', (text, problem) => {
    expect(parseList(text)).toEqual({ problem });
  });

  test('a star alone stands for something, and is no bullet', () => {
    expect(parseList('*')).toEqual({ value: ['*'] });
    expect(parseList('- \n* a')).toEqual({ value: ['a'] });
  });

  test('what is nested very deep is a problem like any other', () => {
    expect(parseList('['.repeat(100_000))).toEqual({ problem: expect.stringContaining('nested deeper') });
  });
});

describe('pairs', () => {
  test('are key=value lines; blanks around both and further = are fine, and so is an empty value', () => {
    expect(parsePairs(' a = 1 \n\nb=x=y\nc=\n')).toEqual({ value: { a: '1', b: 'x=y', c: '' } });
  });

  test.each([
    ['lines of YAML', 'a: 1\nb: x y'],
    ['a list of YAML', '- a=1\n- b=x y'],
    ['with quotes', 'a="1"\n"b"=\'x y\''],
    ['with commas', 'a=1, b=x y,'],
    ['with comments', '# all\na=1 # one\nb=x y'],
    ['for the AWS CLI', 'Key=a,Value=1 Key=b,Value="x y"'],
    ['for the AWS CLI, in lines', 'Key=a,Value=1\nKey=b,Value=x y'],
    ['of CloudFormation', '- Key: a\n  Value: 1\n- Key: b\n  Value: x y'],
    ['a JSON object', '{"a": "1", "b": "x y"}'],
    ['a JSON object with a number', '{"a": 1, "b": "x y"}'],
    ['a JSON array of objects', '[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "x y"}]'],
    ['a JSON array of pairs', '["a=1", "b=x y"]'],
    ['of KMS', 'TagKey=a,TagValue=1 TagKey=b,TagValue="x y"'],
    ['halves the other way round', '- Value: 1\n  Key: a\n- Value: x y\n  Key: b'],
    ['a map of Terraform', '{\n  a = "1" # one\n  "b" = "x y"\n}']
  ])('may be %s', (_form, text) => {
    expect(parsePairs(text)).toEqual({ value: { a: '1', b: 'x y' } });
  });

  test.each(['null', '{}', '[]', '""'])('%s is none', (text) => {
    expect(parsePairs(text)).toEqual({ value: {} });
  });

  test.each([
    ['{"a": {"b": "c"}}', 'the value of the key "a" is not a text; put it in quotes'],
    ['{"a": 1.50}', 'the value of the key "a" is not a text; put it in quotes'],
    ['{"a": "1", "a": "2"}', 'the key "a" is there twice'],
    ['{"a": "1"', 'it begins like JSON and cannot be read: a closing } is missing'],
    ['[{"Key": "a"}]', 'entry 1 is neither an object with Key and Value nor "key=value"'],
    ['a=1 b=2', expect.stringContaining('has more than one pair')],
    ['--tags a=1', '"--tags a" is an option of a command; leave it out'],
    ['a: 1 b: 2', expect.stringContaining('has more than one pair')],
    ['tags:\n  a: b', '"tags:" has further lines below it; leave it out, and give key=value'],
    ['tags:\n- a: b', '"tags:" has further lines below it; leave it out, and give key=value'],
    ['a = var.team', '"var.team" is an expression of Terraform; give its value, or put it in quotes'],
    ['a = data.aws_region.x.id', expect.stringContaining('is an expression of Terraform')],
    ['Key=a,Value=b,Key=c', 'Key and Value do not come in pairs; give key=value'],
    ['Key=a,Key=c,Value=b,Value=d', 'Key and Value do not come in pairs; give key=value'],
    ['{"key": "a", "value": "b"}', expect.stringContaining('the two halves of one tag, or two tags')],
    ['tags = {\n a = "b"\n}', 'it begins with "tags ="; leave that out'],
    ['merge(local.tags, {})', "it calls Terraform's merge; give what is in its brackets, written out"]
  ])('%s is told, not taken', (text, problem) => {
    expect(parsePairs(text)).toEqual({ problem });
  });

  test.each(['a', '=1', 'a=1\nb', 'a:1'])('%j lacks a key or a =', (text) => {
    expect(parsePairs(text)).toEqual({ problem: expect.stringMatching(/^the line ".*" is not key=value$/) });
  });

  test('an object with Key and Value is one pair, as it is in an array', () => {
    expect(parsePairs('{"Key": "a", "Value": "b"}')).toEqual({ value: { a: 'b' } });
    expect(parsePairs('[{"Key": "a", "Value": "b"}]')).toEqual({ value: { a: 'b' } });
  });

  test('a value in quotes may hold what looks like another pair, or like an expression', () => {
    expect(parsePairs('a="b c=d"\ne: "f: g"\nh="var.x"')).toEqual({
      value: { a: 'b c=d', e: 'f: g', h: 'var.x' }
    });
    expect(parsePairs('url: https://x.y:80/z\nhost=data.example.com')).toEqual({
      value: { url: 'https://x.y:80/z', host: 'data.example.com' }
    });
  });

  test('a key may not be there twice', () => {
    expect(parsePairs('a=1\na=2')).toEqual({ problem: 'the key "a" is there twice' });
  });

  test('a key that means something in JavaScript is a key like any other', () => {
    const result = parsePairs('__proto__=x\ntoString=y');
    expect('value' in result && Object.entries(result.value)).toEqual([
      ['__proto__', 'x'],
      ['toString', 'y']
    ]);
  });
});
