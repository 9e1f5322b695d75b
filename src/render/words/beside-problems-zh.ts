import type { Words } from './words.ts';

/** What is said in words beside figures, and may make them another thing. */
export const besideProblemsZh = {
  'unit-beside': ({ unit, expected, stated }) => ({
    what:
      stated === undefined
        ? `“${unit}”写在数据之外（备注、标题或表注）；数据自身没有写单位，将按 ${expected.zh} 读取`
        : `数据自身写的是“${stated}”，旁边又写着“${unit}”：究竟是哪一个？`,
    help:
      stated === undefined
        ? '请把单位与数据写在一起（unit:、单位列，或映射 fixed: 下的 unit）；若那是别的数据的单位，写明本数据的单位即可'
        : '请更正其中之一；映射中写为 ignore 的列不作查看',
  }),
  'status-beside': ({ text }) => ({
    what: `数据旁写着“${text}”：它们是目标或预计，还是有误或已撤回？自身没有写明状态的数据将按实际数据读取`,
    help: '请把状态与数据写在一起（status:、状态列，或映射 fixed: 下的 status）：planned 或 estimated；若为实际数据，写 final；若有误或已撤回，用 unusable: 写明原因',
  }),
  'scope-beside': ({ text }) => ({
    what: `数据旁写着“${text}”：统计的是别的口径，还是其中一部分？自身没有写明的数据将按全口径读取`,
    help: '请与每个数据一起写明：counts（规划中的口径）或 scope（whole，或某一部分），可用一列，或写在映射 fixed: 下',
  }),
  'region-beside': ({ text, region }) => ({
    what: `“${text}”写在数据之外；自身没有写明地区的数据将按“${region}”读取`,
    help: '请把地区与数据写在一起（region:、地区列，或映射 fixed: 下的 region）；若确为全域数据，也请写明',
  }),
  'day-beside': ({ text, asOf }) => ({
    what: `数据旁写着“${text}”，数据自身写的却是 ${asOf}：究竟是哪一天？`,
    help: '请更正其中之一：数据的 as_of，或旁边的文字',
  }),
  'way-beside': ({ text }) => ({
    what: `数据旁写着“${text}”：是否为另一时期的数，或与规划所指的算法不同？`,
    help: '请与每个数据一起写明 counts（规划中的口径），或所属时期（flow: 下的 from 和 to），可用列，或写在映射 fixed: 下',
  }),
} satisfies Partial<Words['problem']>;
