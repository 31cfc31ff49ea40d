"""Chinese names by letters on a touch screen: which characters are read so.

GB 2312 orders its 3,755 common characters by reading, so where each reading begins is all there is
to know about them. Names also use rarer characters, and some are read unlike the standard's order.
"""

from __future__ import annotations

from functools import cache

_BEGINNINGS = (
    "a啊 ai埃 an鞍 ang肮 ao凹 ba芭 bai白 ban斑 bang邦 bao苞 bei杯 ben奔 beng崩 bi逼 bian鞭 biao标 bie鳖 bin彬 "
    "bing兵 bo玻 bu哺 ca擦 cai猜 can餐 cang苍 cao操 ce厕 ceng层 cha插 chai拆 chan搀 chang昌 chao超 che车 "
    "chen郴 cheng撑 chi吃 chong充 chou抽 chu初 chuai揣 chuan川 chuang疮 chui吹 chun春 chuo戳 ci疵 cong聪 "
    "cou凑 cu粗 cuan蹿 cui摧 cun村 cuo磋 da搭 dai呆 dan耽 dang当 dao刀 de德 deng蹬 di堤 dian颠 diao碉 die跌 "
    "ding丁 diu丢 dong东 dou兜 du都 duan端 dui堆 dun墩 duo掇 e蛾 en恩 er而 fa发 fan藩 fang坊 fei菲 fen芬 feng丰 "
    "fo佛 fou否 fu夫 ga噶 gai该 gan干 gang冈 gao篙 ge哥 gei给 gen根 geng耕 gong工 gou钩 gu辜 gua刮 guai乖 "
    "guan棺 guang光 gui瑰 gun辊 guo锅 ha哈 hai骸 han酣 hang夯 hao壕 he呵 hei嘿 hen痕 heng哼 hong轰 hou喉 hu呼 "
    "hua花 huai槐 huan欢 huang荒 hui灰 hun荤 huo豁 ji击 jia嘉 jian歼 jiang僵 jiao蕉 jie揭 jin巾 jing荆 "
    "jiong炯 jiu揪 ju鞠 juan捐 jue撅 jun均 ka喀 kai开 kan刊 kang康 kao考 ke坷 ken肯 keng坑 kong空 kou抠 ku枯 "
    "kua夸 kuai块 kuan宽 kuang匡 kui亏 kun坤 kuo括 la垃 lai莱 lan蓝 lang琅 lao捞 le勒 lei雷 leng棱 li厘 lia俩 "
    "lian联 liang粮 liao撩 lie列 lin琳 ling玲 liu溜 long龙 lou楼 lu芦 lv驴 luan峦 lue掠 lun抡 luo萝 ma妈 mai埋 "
    "man瞒 mang芒 mao猫 me么 mei玫 men门 meng萌 mi眯 mian棉 miao苗 mie蔑 min民 ming明 miu谬 mo摸 mou谋 mu拇 "
    "na拿 nai氖 nan南 nang囊 nao挠 ne呢 nei馁 nen嫩 neng能 ni妮 nian蔫 niang娘 niao鸟 nie捏 nin您 ning柠 niu牛 "
    "nong脓 nu奴 nv女 nuan暖 nue虐 nuo挪 o哦 ou欧 pa啪 pai拍 pan攀 pang乓 pao抛 pei呸 pen喷 peng砰 pi坯 pian篇 "
    "piao飘 pie撇 pin拼 ping乒 po坡 pu扑 qi期 qia掐 qian牵 qiang枪 qiao橇 qie切 qin钦 qing青 qiong琼 qiu秋 "
    "qu趋 quan圈 que缺 qun裙 ran然 rang瓤 rao饶 re惹 ren壬 reng扔 ri日 rong戎 rou揉 ru茹 ruan软 rui蕊 run闰 "
    "ruo若 sa撒 sai腮 san三 sang桑 sao搔 se瑟 sen森 seng僧 sha莎 shai筛 shan珊 shang墒 shao梢 she奢 shen砷 "
    "sheng声 shi师 shou收 shu蔬 shua刷 shuai摔 shuan栓 shuang霜 shui谁 shun吮 shuo说 si斯 song松 sou搜 su嗽 "
    "suan酸 sui虽 sun孙 suo蓑 ta塌 tai胎 tan坍 tang汤 tao掏 te特 teng藤 ti梯 tian天 tiao挑 tie贴 ting厅 tong通 "
    "tou偷 tu凸 tuan湍 tui推 tun吞 tuo拖 wa挖 wai歪 wan豌 wang汪 wei威 wen瘟 weng嗡 wo挝 wu巫 xi昔 xia瞎 xian掀 "
    "xiang相 xiao萧 xie楔 xin薪 xing星 xiong兄 xiu休 xu墟 xuan轩 xue靴 xun勋 ya压 yan焉 yang殃 yao邀 ye椰 yi一 "
    "yin茵 ying英 yo哟 yong拥 you幽 yu淤 yuan鸳 yue曰 yun耘 za匝 zai栽 zan咱 zang赃 zao遭 ze责 zei贼 zen怎 "
    "zeng增 zha扎 zhai摘 zhan瞻 zhang樟 zhao招 zhe遮 zhen珍 zheng蒸 zhi芝 zhong中 zhou舟 zhu珠 zhua抓 "
    "zhuai拽 zhuan专 zhuang桩 zhui椎 zhun谆 zhuo捉 zi兹 zong鬃 zou邹 zu租 zuan钻 zui嘴 zun尊 zuo昨 "
)
"""Each reading with the first of its characters in GB 2312."""

_RARER = (
    "xin鑫歆忻昕馨 miao淼缪 lu璐潞麓 xuan璇煊萱 qi琪琦祺淇麒亓 ting婷 qian倩芊茜 yan妍闫晏琰 wei炜玮苇 hao昊皓灏 "
    "yu煜昱钰瑜妤 rui睿芮 yi懿熠怡翊奕弈 ye烨晔 teng滕 zhai翟 tong佟仝彤 qin覃 tan覃 lin蔺霖 gao郜 pu濮朴 "
    "shan单 zeng曾 qiu仇邱裘 xie解偕 zha查 piao朴 ou区 yue乐玥 gai盖 ge葛盖 yun郓筠芸 jun珺浚 jing婧菁旌璟 "
    "fei霏斐 ran冉 han涵晗翰 chen琛谌 jia珈嘉 meng萌梦 ling翎玲 li莉骊俐黎 hui卉蕙 na娜 mei湄 pei霈沛 shuo烁 "
    "xiao筱潇骁 xi曦熙汐茜 zi梓 yao瑶尧 ze泽 chang昶 cen岑 ji嵇姬冀 kuang邝 kui夔隗 lang郎 luo骆珞 mu沐穆 ni倪 "
    "ruo若 she佘 shu舒 su夙 tai邰 wan婉皖 wen雯汶 wu邬 xu胥 xun荀珣 ying瑛莹颖 you尤 zang臧 zhong钟 zhu竺 zou邹 "
    "nan楠 bin斌彬 kai凯恺 kun坤昆琨 lei磊蕾 liang亮 long龙隆珑 ming明铭茗 peng鹏 ping萍苹 chuan川 dan丹 "
)
"""Characters of names that GB 2312 holds elsewhere, by how they are read in a name."""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申耿"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文小晓春海燕玲婷雪辉鹏飞宇浩然子轩梓涵欣怡佳俊博思雨嘉豪"
    "新永生福德贵财富昌盛学东南西北光亮云山河峰林森树松柏天成立业正义忠诚信仁爱民安康宁和祥瑞庆喜乐福禄寿长久新洪波清泉源"
)
"""Characters as often as they occur in names, roughly: these are offered first."""

MOST = 40
"""So many characters are offered at once; nobody reads further."""


def candidates(letters: str, *, first: bool = True) -> list[str]:
    """Characters read ``letters``, then characters whose reading begins so; those of names first.

    ``first`` says that a surname is looked for, else a given name. ``v`` stands for ü. Without letters
    there are none.
    """
    letters = letters.lower()
    if not letters:
        return []
    exact = _by_frequency(_readings().get(letters, ""), first)
    longer = "".join(
        said for reading, said in _readings().items() if reading.startswith(letters) and reading != letters
    )
    return list(dict.fromkeys(exact + _by_frequency(longer, first)))[:MOST]


def _by_frequency(characters: str, first: bool) -> list[str]:
    return sorted(characters, key=lambda each: _rank(first).get(each, len(_SURNAMES) + len(_GIVEN)))


@cache
def _rank(first: bool) -> dict[str, int]:
    frequent = _SURNAMES + _GIVEN if first else _GIVEN + _SURNAMES
    return {character: place for place, character in reversed(list(enumerate(frequent)))}


@cache
def _readings() -> dict[str, str]:
    common = _common_characters()
    beginnings = [(entry[:-1], common.index(entry[-1])) for entry in _BEGINNINGS.split()]
    ends = [begin for _, begin in beginnings[1:]] + [len(common)]
    readings = {reading: common[begin:end] for (reading, begin), end in zip(beginnings, ends, strict=True)}
    for entry in _RARER.split():
        reading = entry.rstrip("".join(each for each in entry if not each.isascii()))
        readings[reading] = readings.get(reading, "") + entry[len(reading) :]
    return readings


def _common_characters() -> str:
    """The first level of GB 2312 (rows 16 to 55), in its order."""
    rows = range(0xB0, 0xD8)
    return b"".join(bytes([row, cell]) for row in rows for cell in range(0xA1, 0xFF)).decode("gb2312", "ignore")
