"""The rules on wording, sentence by sentence. Every case here is made up.

In a sentence ⟦ ⟧ stand around what a rule objects to, and after → what it wants there. What may be
put right without anybody looking is marked with a ✓.
"""

# ruff: noqa: E501 - a sentence stays in one piece

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from casebook.checks.gate import findings
from casebook.checks.misspellings import MISSPELLINGS
from casebook.checks.passages import Passages
from casebook.content.contents import Content
from casebook.content.files import Folders
from casebook.content.front_matter import parse
from casebook.content.loader import load
from casebook.content.validation import validate

from .sites import BASE, TAIYUAN, sound

CASE, INDEX, PAGE = f"{TAIYUAN}/02.md", f"{TAIYUAN}/index.md", "docs/about.md"

GUILT = """
警方抓获⟦犯罪分子⟧两名。 → 犯罪嫌疑人
⟦罪犯⟧已被抓获。 → 犯罪嫌疑人
民警将⟦犯人⟧带回调查。 → 犯罪嫌疑人
警方锁定⟦凶手⟧。 → 犯罪嫌疑人
⟦主犯⟧王某到案。 → 犯罪嫌疑人
⟦从犯⟧李某到案。 → 犯罪嫌疑人
⟦首犯⟧赵某在逃。 → 犯罪嫌疑人
两名⟦嫌犯⟧到案。 → 犯罪嫌疑人
⟦嫌疑犯⟧王某到案。 → 犯罪嫌疑人
⟦案犯⟧全部到案。 → 犯罪嫌疑人
⟦逃犯⟧王某被抓获。 → 犯罪嫌疑人
该人系⟦惯犯⟧。 → 犯罪嫌疑人
有力震慑了违法⟦犯罪分子⟧。 → 犯罪嫌疑人
王某⟦罪名成立⟧。 → 涉嫌……罪
王某交代了全部⟦罪行⟧。 → 涉嫌的犯罪事实
警方掌握了⟦罪证⟧。 → 证据
王某⟦畏罪潜逃⟧。 → 潜逃
王某⟦畏罪⟧外逃。 → 逃避侦查
该团伙⟦罪大恶极⟧。 → 涉嫌……罪
王某⟦罪有应得⟧。 → 依法处理
王某⟦犯诽谤罪⟧。 → 涉嫌诽谤罪
王某⟦犯侵犯公民个人信息罪⟧。 → 涉嫌侵犯公民个人信息罪
王某⟦犯下诈骗罪⟧。 → 涉嫌诈骗罪
王某⟦犯了诈骗罪⟧。 → 涉嫌诈骗罪
王某⟦犯有侮辱罪⟧。 → 涉嫌侮辱罪
李某等人⟦犯编造、故意传播虚假信息罪⟧。 → 涉嫌编造、故意传播虚假信息罪
"""
NEUTRAL = """
警方追缴⟦赃款⟧八万元。 → 涉案资金
查扣⟦赃物⟧一批。 → 涉案财物
王某对所做的事⟦供认不讳⟧。 → 到案
王某到案后⟦如实供述⟧。 → 到案
王某终于⟦落入法网⟧。 → 被抓获
警方将其⟦绳之以法⟧。 → 依法处理
"""
WORDS = """
有人盗用他人⟦帐号⟧。 → 账号✓
⟦帐户⟧里的钱被转走。 → 账户✓
资金经多次⟦转帐⟧流出。 → 转账✓
警方核对⟦帐目⟧。 → 账目✓
有人⟦登陆⟧网站后台。 → 登录✓
有人⟦登陆⟧他人账号。 → 登录✓
用工具批量⟦登陆⟧。 → 登录✓
异地⟦登陆⟧提醒不可忽视。 → 登录✓
⟦登陆⟧某境外平台。 → 登录✓
涉及⟦其它⟧省份。 → 其他✓
他⟦做为⟧法定代表人到案。 → 作为✓
⟦既使⟧删除也会留下痕迹。 → 即使✓
他们⟦好象⟧互不相识。 → 好像✓
看上去⟦就象⟧正规网站。 → 就像✓
假网站做得真，⟦象⟧官网一样。 → 像✓
后果难以⟦想像⟧。 → 想象✓
在电脑上⟦按装⟧木马程序。 → 安装✓
有人⟦泄漏⟧公民个人信息。 → 泄露✓
内部人员⟦泄漏⟧客户资料。 → 泄露✓
⟦泄漏⟧国家秘密要负法律责任。 → 泄露✓
⟦截止⟧目前，共抓获8人。 → 截至✓
⟦截止⟧案发，涉案金额500万元。 → 截至✓
⟦截止⟧2024年6月，共破案12起。 → 截至✓
警方对此立案⟦侦察⟧。 → 侦查✓
案件⟦侦察⟧终结。 → 侦查✓
群众⟦反应⟧的问题已经查清。 → 反映✓
受害人⟦反应⟧，称账号被盗。 → 反映✓
购买⟦通迅⟧设备。 → 通讯✓
公民⟦必需⟧遵守法律。 → 必须✓
手机是生活⟦必须品⟧。 → 必需品✓
王某⟦交待⟧了资金去向。 → 交代✓
不要⟦宣染⟧恐慌。 → 渲染✓
统一⟦布署⟧专项行动。 → 部署✓
这种事⟦决对⟧不能做。 → 绝对✓
损害城市⟦形像⟧。 → 形象✓
以⟦渡假⟧为名行骗。 → 度假✓
多次⟦做案⟧后逃离。 → 作案✓
考试⟦做弊⟧同样违法。 → 作弊✓
雇人⟦炒做⟧话题。 → 炒作✓
由专人⟦操做⟧设备。 → 操作✓
新规⟦既将⟧施行。 → 即将✓
专案组作了周密⟦按排⟧。 → 安排✓
他⟦毕竞⟧没有经验。 → 毕竟✓
凌晨⟦时侯⟧报警。 → 时候✓
⟦零晨⟧两点收网。 → 凌晨✓
⟦防犯⟧电信网络诈骗。 → 防范✓
⟦妨止⟧再次上当。 → 防止✓
⟦防碍⟧公务。 → 妨碍✓
⟦违返⟧国家规定。 → 违反✓
⟦冒冲⟧客服行骗。 → 冒充✓
诱导⟦冲值⟧。 → 充值✓
请⟦拔打⟧110报警。 → 拨打✓
⟦挑拔⟧群众关系。 → 挑拨✓
警方⟦己经⟧介入。 → 已经✓
保护⟦自已⟧的信息。 → 自己✓
侵害⟦末成年⟧人权益。 → 未成年✓
⟦末经⟧许可收集信息。 → 未经✓
诈骗⟦末遂⟧。 → 未遂✓
画面不够⟦清淅⟧。 → 清晰✓
隐瞒真实⟦年令⟧，骗取信任。 → 年龄✓
该事被媒体⟦爆光⟧。 → 曝光✓
管理⟦松驰⟧。 → 松弛✓
案情令人⟦震憾⟧。 → 震撼✓
经⟦辩认⟧属实。 → 辨认✓
委托律师⟦辨护⟧。 → 辩护✓
⟦告戒⟧家人不要轻信。 → 告诫✓
时刻保持⟦警剔⟧。 → 警惕✓
点开陌生⟦链结⟧。 → 链接✓
要求⟦邦定⟧银行卡。 → 绑定✓
诱导⟦下栽⟧软件。 → 下载✓
有偿⟦删贴⟧牟利。 → 删帖✓
雇人⟦发贴⟧刷量。 → 发帖✓
大量⟦贴子⟧被删。 → 帖子✓
四处⟦张帖⟧假通知。 → 张贴✓
以领取⟦补帖⟧为名行骗。 → 补贴✓
故意⟦散步谣言⟧。 → 散布谣言✓
不信⟦遥言⟧。 → 谣言✓
恶意⟦传拨⟧不实信息。 → 传播✓
⟦摇控⟧他人电脑。 → 遥控✓
短信⟦骚绕⟧。 → 骚扰✓
⟦恐赫⟧受害人。 → 恐吓✓
以曝光隐私相⟦要胁⟧。 → 要挟✓
⟦抵毁⟧他人名誉。 → 诋毁✓
⟦诽镑⟧他人。 → 诽谤✓
实施⟦诈编⟧。 → 诈骗✓
⟦敲榨⟧勒索。 → 敲诈✓
网络⟦赌搏⟧。 → 赌博✓
⟦涉赚⟧诈骗。 → 涉嫌✓
警方⟦扣压⟧手机8部。 → 扣押✓
办理⟦取保侯审⟧手续。 → 取保候审✓
人民⟦检查院⟧提前介入。 → 检察院✓
到⟦派处所⟧报案。 → 派出所✓
民警日夜⟦巡罗⟧。 → 巡逻✓
行为人⟦有持无恐⟧。 → 有恃无恐✓
警方⟦一愁莫展⟧之际。 → 一筹莫展✓
四处⟦招遥撞骗⟧。 → 招摇撞骗✓
⟦挺而走险⟧。 → 铤而走险✓
⟦惟一⟧的办法。 → 唯一✓
伪造⟦身分证⟧。 → 身份证✓
⟦部份⟧资金已冻结。 → 部分✓
公司⟦座落⟧在太原。 → 坐落✓
媒体⟦报导⟧后。 → 报道✓
与他人⟦签定⟧协议。 → 签订✓
冲值是错字，⟦补冲⟧说明。 → 补充✓
"""
WORDS = WORDS.replace("冲值是错字，", "")
LOOK_ALIKES = """
⟦二○二四⟧年四月。 → 二〇二四✓
⟦二零二四⟧年四月。 → 二〇二四✓
第一⟦百〇⟧五条。 → 百零✓
涉案⟦１００⟧余人。 → 100✓
使用⟦ＡＢＣ⟧软件。 → ABC✓
占⟦３０％⟧。 → 30%✓
涨幅⟦３．５％⟧。 → 3.5%✓
公安⟦⻔⟧户网站。 → 门✓
⟦⻋⟧辆被扣。 → 车✓
⟦⽹⟧络诈骗。 → 网✓
⟦⼈⟧民警察。 → 人✓
使用⟦Аpp⟧下载。 → App✓
打开⟦Wеb⟧页面。 → Web✓
⟦\uf901⟧多内容。 → 更✓
银行账⟦戶⟧内的资金被转走。 → 户✓
银行账⟦戸⟧内的资金被转走。 → 户✓
银行账⟦⼾⟧内的资金被转走。 → 户✓
警方提醒公⟦衆⟧。 → 众✓
为⟦爲⟧了牟利。 → 为✓
由⟦於⟧停水。 → 于✓
随⟦後⟧报警。 → 后✓
诈骗团⟦夥⟧。 → 伙✓
群⟦羣⟧众。 → 群✓
⟦裏⟧应外合。 → 里✓
个人⟦資⟧料。 → 资✓
公安⟦機關⟧处理。 → 机关✓
涉案金⟦額⟧三万元。 → 额✓
什⟦麽⟧也没有。 → 么✓
手机号⟦碼⟧。 → 码✓
网⟦絡⟧平台。 → 络✓
大⟦図⟧书馆。 → 图✓
⟦駅⟧前广场。 → 驿✓
"""
PUNCTUATION = """
警方查明⟦,⟧停水消息系编造。 → ，✓
情况如下⟦:⟧停水消息系编造。 → ：✓
是真的吗⟦?⟧不是。 → ？✓
千万别信⟦!⟧ → ！✓
第一条⟦;⟧第二条。 → ；✓
查明⟦, ⟧系编造。 → ，✓
“甲”⟦,⟧“乙”都是假的。 → ，✓
《通报》⟦:⟧停水系编造。 → ：✓
下载App⟦,⟧再登录。 → ，✓
**手法**⟦:⟧编造消息。 → ：✓
[通报](index.md)⟦,⟧可以查看。 → ，✓
别信⟦!!!⟧ → ！✓
警方已经辟谣⟦.⟧ → 。✓
警方已经辟谣⟦. ⟧消息系编造。 → 。✓
警方已经辟谣⟦.⟧消息系编造。 → 。
消息⟦(见通报)⟧系编造。 → （见通报）✓
⟦(一)⟧案情 → （一）✓
某公司⟦(MCN)⟧被查。 → （MCN）✓
他说⟦"停水"⟧是假的。 → “停水”✓
他说⟦'停水'⟧是假的。 → ‘停水’✓
所谓⟦「停水」⟧消息。 → “停水”✓
他说⟦"⟧停水是假的。 → “……”
还有很多⟦...⟧ → ……✓
还有很多⟦......⟧等等。 → ……✓
还有很多⟦…⟧等等。 → ……✓
假消息⟦--⟧停水。 → ——✓
假消息⟦ -- ⟧停水。 → ——✓
消息系编造⟦。。⟧ → 。✓
消息系编造⟦。。。⟧ → ……
警方查明⟦，，⟧系编造。 → ，✓
千万别信⟦！！⟧ → ！✓
甲⟦、、⟧乙。 → 、✓
系编造⟦，。⟧ → 。
查明⟦：，⟧系编造。 → ，
"""
SPACES = """
警方于⟦ ⟧4日查明。 → ✓
抓获8⟦ ⟧人。 → ✓
使用⟦ ⟧App下载。 → ✓
App⟦ ⟧已下架。 → ✓
查明⟦ ⟧，系编造。 → ✓
查明，⟦ ⟧系编造。 → ✓
“停水”⟦ ⟧消息。 → ✓
编造⟦ ⟧“停水”消息。 → ✓
占30%⟦ ⟧以上。 → ✓
⟦　　⟧警方查明系编造。 → ✓
警方⟦ ⟧查明系编造。 →
停水⟦　⟧消息系编造。 →
甲（⟦ ⟧乙）。 → ✓
甲（乙⟦ ⟧）。 → ✓
查明系编造⟦ ⟧。 → ✓
"""
STAGES = """
侦破：案件已⟦移送起诉⟧。 → 移送起诉
侦破：8人被⟦刑事拘留⟧。 → 刑事拘留
侦破：警方将8人⟦刑事拘留⟧。 → 刑事拘留
侦破：8人被采取⟦刑事强制措施⟧。 → 采取刑事强制措施
立案侦查：警方⟦侦破⟧此案。 → 侦破
刑事拘留：案件已⟦移送审查起诉⟧。 → 移送起诉
刑事拘留：3人被刑事拘留，案件已⟦移送检察机关⟧。 → 移送起诉
采取刑事强制措施：检察机关已依法⟦提起公诉⟧。 → 提起公诉
移送起诉：案件已移送起诉，并由检察机关⟦提起公诉⟧。 → 提起公诉
移送起诉：法院⟦一审判决⟧已经作出。 → 一审判决
提起公诉：王某⟦被判处⟧有期徒刑。 → 一审判决
提起公诉：王某⟦获刑⟧三年。 → 一审判决
一审判决：一审判决后上诉，二审⟦维持原判⟧。 → 判决生效
侦破：未成年人王某被⟦刑事拘留⟧。 → 刑事拘留
侦破：8人被⟦取保候审⟧。 → 采取刑事强制措施
侦破：8人被依法⟦逮捕⟧。 → 采取刑事强制措施
"""
AHEAD = """
移送起诉：8人被刑事拘留。 → 刑事拘留
移送起诉：8人被刑事拘留，案件拟移送起诉。 → 刑事拘留
移送起诉：案件已侦破，尚未移送起诉。 → 侦破
移送起诉：抓获8人，将依法移送起诉。 → 抓获
提起公诉：案件已移送起诉。 → 移送起诉
提起公诉：案件已移送起诉，检察机关作出不起诉决定。 → 不起诉
一审判决：检察机关已提起公诉。 → 提起公诉
判决生效：法院已作出一审判决。 → 一审判决
刑事拘留：8人被采取刑事强制措施。 → 刑事强制措施
采取刑事强制措施：8人被刑事拘留。 → 刑事拘留
刑事拘留：8人被行政拘留。 → 行政拘留
侦破：8人被处以治安拘留。 → 治安拘留
"""
ADMINISTRATIVE = """
⟦犯罪嫌疑人⟧编造停水消息。 → 违法行为人
当事人被⟦刑事拘留⟧。 → 行政拘留
当事人被⟦刑拘⟧。 → 行政拘留
当事人被采取⟦刑事强制措施⟧。 → 行政处罚
案件已⟦移送起诉⟧。 → 行政处罚
当事人⟦涉嫌寻衅滋事罪⟧。 → 违反治安管理
"""

QUIET = {
    "侦破": """
违法犯罪嫌疑人被抓获。
不法分子借机编造消息。
侵犯公民个人信息案。
王某涉嫌侵犯公民个人信息。
涉嫌犯罪的线索已经移交。
打击网络违法犯罪行为。
有关犯罪行动被制止。
侵犯人身权利。
不得侵犯人格尊严。
冒犯人的言论。
自主犯错的可能。
业主犯难时可以报警。
首犯错误应当改正。
行凶手段残忍的视频系伪造。
犯罪证据已经固定。
犯罪手法翻新。
预防犯罪宣传。
防犯罪于未然。
打击犯罪团伙。
涉嫌犯罪。
有人涉嫌犯法。
触犯刑法要负责任。
再犯可能性低。
任何人犯错都要负责。
警方对此立案侦查。
案件正在进一步侦办。
尚未移送起诉。
案件拟移送起诉。
案件将依法移送起诉。
将于近日移送检察机关。
准备移送审查起诉。
没有采取刑事强制措施。
不予刑事拘留。
未被刑事拘留。
可以依法采取刑事强制措施。
情节严重的，可能被判处有期徒刑。
最高可判处七年有期徒刑。
此类行为会被刑事拘留。
移送起诉前，案件退回。
曾因盗窃被判刑。
如果构成犯罪，应当移送起诉。
是否移送起诉，由办案机关决定。
犯罪嫌疑人、被告人有权委托辩护人。
被告人有权获得辩护。
附带民事诉讼被告人到场。
搭起帐篷。
蚊帐里藏着手机。
军帐里开会。
营帐户外用品店。
台风登陆浙江沿海。
登陆月球。
抢滩登陆演习。
嫦娥六号成功登陆。
这样做为了牟利。
这么做为的是钱。
所做为何，尚待查明。
既使群众受损，又扰乱秩序。
气象部门发布预警。
大象走失的消息系编造。
对象不明。
爱好象棋。
良好象征。
图形像素不足。
就象征意义而言。
想像素材一样制作。
按装修合同付款。
按装配图施工。
按装机顺序。
按排名发放奖金。
按排列顺序核对。
燃气泄漏的消息系编造。
编造燃气泄漏信息。
化工厂泄漏信息不实。
核泄漏的谣言。
危化品泄漏信息不实。
报名截止10月5日。
投稿截止2024年6月。
截止时间已过。
侦察兵出身。
侦察机飞过的消息系编造。
化学反应问题。
不良反应情况通报。
社会反应强烈。
网民反应迅速。
生活必需品价格上涨系谣言。
必需的手续。
提交待办事项。
移交待核的材料。
递交待审的材料。
发布署名文章。
公布署名。
法院裁决对此作出说明。
判决对双方有约束力。
解决对不上号的问题。
外形像手机的设备。
组成份额不明。
全部份额。
内部份额。
预报导致恐慌的消息系编造。
误报导致出警。
举报导致账号被封。
汇报导入系统。
签到台。
周末成年人教育。
期末经费。
年末经核算。
以经营为名。
以经济纠纷为由。
自己经营网店。
知己经常联系。
各自已被警方传唤。
来自已知渠道的线索。
亲自已到现场。
随即然后离开。
既然如此。
消防犯难。
预防犯错。
主要胁从人员。
主要胁迫手段。
警告戒毒人员。
联邦定于近期公布。
心脏款项。
对冲值得注意。
一张帖子引起关注。
两张帖文被删。
发贴纸的小店。
发贴身提示。
体操做得好。
叫做案例分析。
做案例分析。
做案件研判。
边防检查机关。
出入境边防检查机关。
检查官方账号。
取保后审查材料。
收帐篷。
结帐篷绳。
竟争相转发。
公司名为Web3。
单位为μm。
图标为α版。
二〇二四年四月。
两千零二十四年。
零时起施行。
第一百零五条。
转让5.6%的股份。
涉案金额1,000元。
比例为3:2。
时间为12:30。
版本v2.0已下架。
访问example.com查看。
见https://www.example.com/a,b查看。
见`a,b`文件。
见`甲,乙`文件。
乾坤未定。
乾隆年间的瓷器。
著名景区。
编著者不详。
下面後某的账号被盗。
瞭望塔上。
以宫商角徵羽为名。
饭店名为后海。
里程碑。
干净卫生。
发展迅速。
李某昇的账号被盗。
王某喆的账号被盗。
沈阳市于洪区。
狼藉的声名。
慰藉家人。
升堂。
见`後門`文件。
[甲](後.md)
![现场](甲,乙.svg)
[通报](index.md "甲,乙")
## 2024年案情
## App怎样骗人
1. 先停下
2. 再报警
- 3人到案
- App要从正规渠道下载
> 先停下
| 甲 | 乙 |
一行字\x20\x20
**停下** 再想
一. 案情
警方：8人到案。
“网络安全为人民 网络安全靠人民”
《网络安全法 释义》
踔厉奋发网络安全 勇毅前行人人有责
公安机关打击网络犯罪 公布5起案例
1 买卖个人信息
第二十九条 有下列行为之一
第三章 法律责任
真的吗？！
还有很多……
假消息——停水——系编造。
2024-04-02
2023—2024年
北京—上海
A. 停下
R&D项目
他说‘停水’是假的。
他说“停水”是假的。
甲（乙）丙。
https://www.example.com/停水
:material-account: 账号
说“你好！”的人。
某App（2.0版）已下架。
Let's go
""",
    "行政处罚": """
违法行为人编造停水消息。
当事人被处以行政拘留五日。
当事人不构成犯罪。
没有采取刑事强制措施。
不予移送起诉。
打击网络违法犯罪。
涉嫌违法的线索。
违法犯罪嫌疑人另案处理。
案件移送审查起诉后，检察机关作出不起诉决定，公安机关给予行政处罚。
当事人被刑事拘留后，公安机关撤销案件，改为行政拘留。
""",
    "提起公诉": """
警方抓获8人，检察机关撤回起诉。
被告人王某已被提起公诉。
案件曾经侦破并移送起诉，现已提起公诉。
警方抓获犯罪嫌疑人8名，检察机关已提起公诉。
""",
    "一审判决": """
一审判决认定王某犯诈骗罪，判处有期徒刑三年。
一审判决已经作出，尚未生效。
""",
    "判决生效": """
判决已经生效，罪犯王某被送监执行。
王某犯诈骗罪，判决已发生法律效力。
""",
    "移送起诉": """
检察院依法对赵某作出相对不起诉决定。
检察机关对赵某决定不起诉。
检察院对赵某不予起诉。
因证据不足，检察院对其作出不起诉决定。
因没有犯罪事实，依法决定不起诉。
检察院对赵某作出附条件不起诉决定。
检察机关决定不再提起公诉。
8人被刑事拘留，检察机关对其中3人作出不起诉决定。
警方抓获8人。检察机关依法作出存疑不起诉决定。
公安机关依法撤销案件，并解除取保候审。
8人被刑事拘留，后公安机关撤案。
检察院对其作出不批准逮捕决定，公安机关依法变更强制措施。
8人被采取刑事强制措施，案件已移送起诉。
案件已移送审查起诉。
案件正在审查起诉。
案件移送起诉后，检察机关尚未提起公诉。
""",
    "刑事拘留": """
将8人刑事拘留。
8人被刑拘，3人被行政处罚。
8人被刑事拘留，提请批准逮捕。
""",
    "采取刑事强制措施": """
警方抓获8人，检察院不予批准逮捕。
8人被抓获，检察机关作出不批准逮捕决定，公安机关变更强制措施。
8人被抓获，后被解除取保候审。
公安机关撤销案件，不再侦查。
8人被依法采取刑事强制措施。
8人被采取刑事措施。
8人被批准逮捕。
""",
    "立案侦查": """
警方立案侦查，抓获3人，案件正在办理。
""",
}


@cache
def sound_contents() -> dict[str, Content]:
    library, _ = load(Folders(cases=BASE / "cases", docs=BASE / "docs", root=BASE))
    return {content.document.path: content for content in library.contents}


def content_of(path: str, body: str, **changes: str) -> Content:
    """The content of a file of the sound site with another body and other front matter."""
    like = sound_contents()[path]
    document, problems = parse(sound(path, body, **changes), path)
    assert document is not None
    assert problems == []
    fields, problems = validate(document, type(like.fields))
    assert problems == []
    return replace(like, document=document, fields=fields)


def objections(content: Content) -> list[tuple[str, int, str, str, bool]]:
    """The findings on wording: code, place in the body, words, right words, and whether safe."""
    passages = Passages.of(content.document)
    text = passages.text
    body = len(text) - len(content.document.body)
    found = [one for one in findings(content, passages) if one.code.startswith("wording-")]
    return [
        (one.code, one.start - body, text[one.start : one.end], str(one.found.get("expected")), one.replacement is not None)
        for one in sorted(found, key=lambda one: (one.start, one.code))
    ]  # fmt: skip


def lines(block: str) -> list[str]:
    return [line for line in block.split("\n") if line]


def split(line: str) -> tuple[str, int, str, str, bool]:
    """The sentence, the place and the words objected to, what is right, and whether it is safe."""
    marked, _, right = line.partition(" →")
    match = re.fullmatch(r"(.*?)⟦(.*)⟧(.*)", marked, re.DOTALL)
    assert match, line
    before, words, after = match.groups()
    return before + words + after, len(before), words, right.strip().rstrip("✓"), "✓" in right


def positives() -> list[tuple[str, str]]:
    blocks = {
        "wording-guilt": GUILT, "wording-neutral": NEUTRAL, "wording-word": WORDS,
        "wording-look-alike": LOOK_ALIKES, "wording-punctuation": PUNCTUATION,
    }  # fmt: skip
    return [(code, line) for code, block in blocks.items() for line in lines(block)]


@pytest.mark.parametrize(("code", "line"), positives())
def test_a_sentence_with_a_fault(code: str, line: str) -> None:
    sentence, place, words, right, is_safe = split(line)
    assert objections(content_of(CASE, sentence)) == [(code, place, words, right, is_safe)]


@pytest.mark.parametrize("line", lines(SPACES))
def test_a_sentence_with_a_typed_space(line: str) -> None:
    sentence, place, words, _, is_safe = split(line)
    found = objections(content_of(CASE, sentence))
    assert [one[:3] + one[4:] for one in found] == [("wording-space", place, words, is_safe)]


@pytest.mark.parametrize("line", lines(STAGES))
def test_a_text_that_goes_beyond_the_stage(line: str) -> None:
    stage, _, rest = line.partition("：")
    sentence, place, words, right, _ = split(rest)
    assert objections(content_of(CASE, sentence, stage=stage)) == [
        ("wording-stage-behind", place, words, right, False)
    ]


@pytest.mark.parametrize("line", lines(AHEAD))
def test_a_stage_that_goes_beyond_the_text(line: str) -> None:
    stage, _, rest = line.partition("：")
    sentence, _, told = rest.partition(" → ")
    content = content_of(CASE, sentence, stage=stage)
    (finding,) = findings_of(content)
    assert (finding.code, finding.found) == (
        "wording-stage-ahead", {"found": told, "expected": stage}
    )  # fmt: skip
    assert Passages.of(content.document).place(finding) == ((6, 8), "stage")


def findings_of(content: Content):
    passages = Passages.of(content.document)
    return [one for one in findings(content, passages) if one.code.startswith("wording-")]


@pytest.mark.parametrize("line", lines(ADMINISTRATIVE))
def test_a_word_of_criminal_procedure_in_an_administrative_case(line: str) -> None:
    sentence, place, words, right, _ = split(line)
    assert objections(content_of(CASE, sentence, stage="行政处罚")) == [
        ("wording-administrative", place, words, right, False)
    ]


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [(stage, line) for stage, block in QUIET.items() for line in lines(block)],
)
def test_a_sentence_without_fault(stage: str, sentence: str) -> None:
    assert objections(content_of(CASE, sentence, stage=stage)) == []


def test_the_tables_are_large() -> None:
    faulty = [
        *positives(),
        *(line for block in (SPACES, STAGES, AHEAD, ADMINISTRATIVE) for line in lines(block)),
    ]
    assert len(faulty) >= 160
    assert sum(len(lines(block)) for block in QUIET.values()) >= 170


@pytest.mark.parametrize("word", MISSPELLINGS)
def test_no_correction_needs_another(word: str) -> None:
    right = MISSPELLINGS[word]
    assert right != word
    assert objections(content_of(PAGE, f"甲，{right}目前信息一样。")) == []


# Which files are held to what


def test_a_bulletins_lead_calls_nobody_guilty() -> None:
    found = objections(content_of(INDEX, "警方抓获犯罪分子8名，追缴赃款。"))
    assert [one[0] for one in found] == ["wording-guilt", "wording-neutral"]


def test_a_page_may_explain_the_law() -> None:
    assert objections(content_of(PAGE, "罪犯在监狱服刑；王某犯诈骗罪，判处有期徒刑。")) == []


@pytest.mark.parametrize("path", [CASE, INDEX, PAGE, "docs/offences/online-rumor.md"])
def test_every_file_is_spelt_right(path: str) -> None:
    assert [one[:3] for one in objections(content_of(path, "他人的帐号,被盗。"))] == [
        ("wording-word", 3, "帐号"), ("wording-punctuation", 5, ","),
    ]  # fmt: skip


def test_the_right_words_depend_on_the_kind_of_case() -> None:
    content = content_of(CASE, "罪犯被处罚。", stage="行政处罚")
    assert objections(content) == [("wording-guilt", 0, "罪犯", "违法行为人", False)]


def test_who_is_charged_is_called_the_accused() -> None:
    sentence = "犯罪嫌疑人王某、被告人李某出庭受审，检察机关已提起公诉。"
    early = objections(content_of(CASE, "被告人李某已到案。"))
    late = objections(content_of(CASE, sentence, stage="提起公诉"))
    assert early == [("wording-role", 0, "被告人", "犯罪嫌疑人", False)]
    assert late == [("wording-role-late", 0, "犯罪嫌疑人", "被告人", False)]


def test_a_later_step_counts_and_its_note_states_it() -> None:
    told = "[{date: 2024-05, stage: 移送起诉, note: 案件已移送起诉}]"
    silent = "[{date: 2024-05, stage: 移送起诉}]"
    vague = "[{date: 2024-05, stage: 移送起诉, note: 据后续通报补充}]"
    less = "[{date: 2024-05, stage: 移送起诉, note: 8人被刑事拘留}]"
    body = "警方侦破此案。"
    assert objections(content_of(CASE, body, updates=told)) == []
    assert objections(content_of(CASE, body, updates=silent)) == []
    assert objections(content_of(CASE, body, updates=vague)) == []
    assert [one[0] for one in objections(content_of(CASE, body, updates=less))] == [
        "wording-stage-ahead"
    ]


def test_a_correction_may_name_the_wrong_step() -> None:
    steps = "[{date: 2024-06-02, note: 原写移送起诉}]"
    assert objections(content_of(CASE, "警方侦破此案。", corrections=steps)) == []


CHARGE = "编造、故意传播虚假信息罪"


@pytest.mark.parametrize(
    "body",
    [f"有人涉嫌{CHARGE}。", "有人涉嫌编造、故意传播虚假信息。", "有人编造和故意传播虚假信息。",
     f"有人涉嫌{CHARGE[:-1]}，诽谤罪是另一回事。"],
)  # fmt: skip
def test_a_charge_that_is_stated(body: str) -> None:
    assert objections(content_of(CASE, body, charge=CHARGE)) == []


def test_a_charge_that_is_not_stated() -> None:
    found = findings_of(content_of(CASE, "有人编造消息。", charge=CHARGE))
    assert [(one.code, one.found) for one in found] == [("wording-charge", {"found": CHARGE})]


KNOWN = "侵犯公民个人信息罪"


@pytest.mark.parametrize(
    "body",
    [f"有人涉嫌{KNOWN}。", f"警方以{KNOWN}立案侦查。", f"有人涉嫌犯{KNOWN}。", f"可能构成{KNOWN}。",
     f"有人涉嫌甲罪、涉嫌{KNOWN}。"],
)  # fmt: skip
def test_a_charge_that_only_the_text_names(body: str) -> None:
    found = findings_of(content_of(CASE, body))
    assert [(one.code, one.found) for one in found] == [("wording-charge-named", {"found": KNOWN})]


@pytest.mark.parametrize(
    "body",
    ["有人涉嫌恶作剧罪。", "警方以造谣罪立案侦查。", "有人涉嫌犯发帖罪。", "可能构成散布谣言罪。"],
)
def test_a_charge_that_no_front_matter_can_have(body: str) -> None:
    assert findings_of(content_of(CASE, body)) == []


@pytest.mark.parametrize(
    ("charge", "body", "named"),
    [
        (None, "有人涉嫌诽谤罪。", ["诽谤罪"]),
        (None, "警方以寻衅滋事罪立案侦查。", ["寻衅滋事罪"]),
        (None, "有人涉嫌犯诈骗罪。", ["诈骗罪"]),
        (None, "可能构成贩卖、运输毒品罪。", ["贩卖、运输毒品罪"]),
        (None, "有人涉嫌帮信罪。", ["帮信罪"]),
        (None, "有人涉嫌“诈骗罪”和诽谤罪，以及“开设赌场罪”。", ["诈骗罪", "诽谤罪", "开设赌场罪"]),
        (None, "有人涉嫌诈骗罪，还有人涉嫌诈骗罪。", ["诈骗罪"]),
        ("诽谤罪", "有人涉嫌诈骗罪、诽谤罪。", ["诈骗罪"]),
        ("[诈骗罪, 诽谤罪]", "有人涉嫌诈骗罪、诽谤罪。", []),
        ("帮助信息网络犯罪活动罪", "有人涉嫌帮信罪。", []),
        ("掩饰、隐瞒犯罪所得罪", "有人涉嫌掩饰隐瞒犯罪所得罪。", []),
    ],
)
def test_each_charge_that_a_text_names_is_compared(
    charge: str | None, body: str, named: list[str]
) -> None:
    changes = {"charge": charge} if charge else {}
    found = findings_of(content_of(CASE, body, **changes))
    assert [(one.code, one.found) for one in found] == [
        ("wording-charge-named", {"found": name}) for name in named
    ]


def test_each_charge_of_the_front_matter_is_compared() -> None:
    content = content_of(CASE, "有人涉嫌诈骗罪。", charge="[诈骗罪, 诽谤罪, 甲罪]")
    text = Passages.of(content.document).text
    found = findings_of(content)
    assert [(one.code, text[one.start : one.end]) for one in found] == [
        ("wording-charge", "诽谤罪"), ("wording-charge", "甲罪"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body", ["有人涉嫌犯罪。", "有人涉嫌网络犯罪。", "涉嫌多个罪名。", "诽谤罪是什么？"]
)
def test_what_names_no_charge(body: str) -> None:
    assert objections(content_of(CASE, body)) == []
