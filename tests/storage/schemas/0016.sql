-- SPDX-License-Identifier: GPL-3.0-or-later
-- Long because rows of every table stand in it.
-- An office file of schema 0016, made by released_schemas.py --dump. All people are invented.
PRAGMA application_id = 1397903179;
PRAGMA user_version = 16;
BEGIN;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES
('sort-key-version','icu 72.1 km 153.120.42 fold 1');
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'institution')),
    area_code TEXT NOT NULL CHECK (length(area_code) IN (2, 4)),
    institution_code TEXT,
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    -- Rises when a backup is restored; serial and number blocks are burned with it.
    generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
    -- A sample office: its documents carry an overprint.
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    created_at TEXT NOT NULL,
    set_up_ended_at TEXT
) STRICT;
INSERT INTO "office" VALUES
(1,x'01999d7f75007363b83697934d3197c0','district','0202',NULL,'ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល','Thma Koul District Office of Education, Youth and Sport',1,1,'2025-10-01T02:00:00.000Z',NULL);
CREATE TABLE signing_key (
    key_id BLOB PRIMARY KEY CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sealed_secret BLOB NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    created_at TEXT NOT NULL,
    retired_at TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "signing_key" VALUES
(x'f61b96e9a261bb42',x'677c94c1dbdb31b48d3a76a276947d384a81027f6f36f76475ca01cf8ccab02b',x'01010000000020000000000000fb8a57841de3cedf0dcb945cf59ee473176a21493bd465f4561a7119bbad60f06b31b3b5031bc3d46f2a3e6febc5a061a06eb49d9789d6df4cec01ac94bc38866b5c4b23a340e6c4968022b87b3de81c52e93a7096bcac5e',1,'2025-10-01T02:00:00.000Z',NULL);
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    entity TEXT NOT NULL,
    uid BLOB CHECK (uid IS NULL OR length(uid) = 16),
    change_hash BLOB NOT NULL CHECK (length(change_hash) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
INSERT INTO "audit" VALUES
(1,'2025-10-01T02:00:00.000Z','set-up','office.create','office',x'01999d7f75007363b83697934d3197c0',x'f934e35a1e8de6594a5d1333fce4e16df8aa8c06ac795759e854a95ae1f7c378',x'91bc0ea1e5060416fa636e2cda1b9311bb6d900e976baf2308da77a3bd55e2fa'),
(2,'2025-10-01T02:00:00.000Z','set-up','gazetteer.load','area',NULL,x'4e3d3138f4d5b1c7fae270adaa857b8ba172b808c698de3f19723e70a88143ed',x'34f8705f3d9f1ce946f3cc65e4450b65bcdbaa3f0ea00ac9a23bbbc495aedc81'),
(3,'2025-10-01T02:00:00.000Z','set-up','holidays.load','holiday',NULL,x'd00e6b5a0a644f3fe6baf0e7118926547f58d8d664d4cbf96fe16b70f87385b9',x'335ab50841e48bb21d8108b07a6c367fb36a11288749709ad55f40191015d8d1'),
(4,'2025-10-01T02:00:00.000Z','set-up','key.add','signing_key',NULL,x'8212e322afb9cfe10483a163006a13b62040e7dbc6616c8802aed175942fb9b0',x'eb64bd678a4fdcd0e73dbfecba305a7ab49047ee2333972d73ac0b5bed630d64'),
(5,'2025-10-01T02:00:00.000Z','set-up','setting.change','setting',NULL,x'de68fd89c82ca466673a5bf4b221964e46f1da60f571c2959e6723417898bd78',x'9de7b0b7ac02a5877a22abf9d1b895f5d66c3cbbf47640eae794a6d12bd6192e'),
(6,'2025-10-13T02:00:00.000Z','sample','attendance.letter','attendance_letter',NULL,x'd26ee7a5034f27a7b25ac942e697ff602c44d7a4dc918f5b7dc95c1b7b8f5ad2',x'15735b4fe60c4eada1301cf07cc2c388e46db6e2c7c9696a1065f77f7d73a23a'),
(7,'2025-10-13T02:00:00.000Z','sample','institution.add','institution',x'0199db4bc5007ae0a338e147e5e5f127',x'954e8008f1d686d14b3d17c6ff7e0329494d44624d59efeb34678377f3285e95',x'8d060ecd3c67975a989026ca6531b1dd2623debdcadc3ec8b091d050a43a0013'),
(8,'2025-10-26T02:00:00.000Z','sample','pack.copy','pack',NULL,x'fd6d41b22aee24d4639533dd3fd182d9f8cfd8274c05da515807e1a66bea16a6',x'90f50b6617523e5b7f29074f911586ddb9c57d9ee72a291503a0c3e8a004b535'),
(9,'2025-10-26T02:00:00.000Z','sample','educator.add','educator',x'019a1e3e71007e87824b52e80afeffa0',x'd9bf52a7f44b42ceab548b94738aaf0d05f645d27d78ec87d1f8baf8edc65c54',x'b0c3a95e4782d801c4a4014cfda444db9b3df0a3a579a27bfc65d787d5534c61'),
(10,'2025-10-26T02:00:00.000Z','sample','class.open','class',x'019a1e3e710079a6a3511c1bc55713c3',x'20552253492417bd44abbd97e90fdfc5aa3a8ee4888a42a23c8c71b431779164',x'0d45931a0b006392ba77ca89c0e375c1a6f1bc25e831f3422b09276fa2829007'),
(11,'2025-10-26T02:00:00.000Z','sample','sample.enrol','enrolment',x'019a1e3e710079a6a3511c1bc55713c3',x'9bf63bb393e2b2c7663d53018817b249ad5db8fdefc4a4a8d4386026a3b174ba',x'963fd1acc70929ac49360db6e6fef999fa75f6139b0ec446ac316bab183f0d8b'),
(12,'2025-10-26T02:00:00.000Z','sample','educator.add','educator',x'019a1e3e7100782197974b59a417d3f7',x'c8381cb94cddb204272003bb74929e5c3cdf2597264f387a905e5e883ceff84c',x'c5b1d22619d3006f117df9b9e8b87d65248499c880ab8e0da1b70b99926e27b9'),
(13,'2025-10-26T02:00:00.000Z','sample','class.open','class',x'019a1e3e71007174b95d6531fc08377f',x'809ab679fc12d826213ae13abd9e075d36eb4a8bbb43f5c7d1b5e94f5d4df0c2',x'4bb3773cdfbf06202a77287f64c9ba479ff1b3ed13895b6ae71aed6331bb8dc6'),
(14,'2025-10-26T02:00:00.000Z','sample','sample.enrol','enrolment',x'019a1e3e71007174b95d6531fc08377f',x'71b1d6401e1944a98a563fb6f40032dad45a967a568e3a5b756aee3c25813112',x'12d69bcab82170da918ed3697e9c75609f8404a8d32f0f98a8bdf520b063edc3'),
(15,'2025-10-26T02:00:00.000Z','sample','pack.copy','pack',NULL,x'3a439e2b91e01ac2748276fb31ad7d928cf1501b1a350b0342767b42f0970a7d',x'9271d7328b2fa849ed7dda7867763192a10ed72e1822208b300e54aa09aa7d7f'),
(16,'2025-10-26T02:00:00.000Z','sample','educator.add','educator',x'019a1e3e71007f7586c85bffe0090713',x'af49719d25d11fc1d8074bfa66aa5e551c8ad5afd3570d5a20dffeaa74983091',x'108af83a45541f0b652849491d637269faf109c96bc54e4ac3c4943cd9f5d4e8'),
(17,'2025-10-26T02:00:00.000Z','sample','class.open','class',x'019a1e3e710078c5af96e59aefad9b69',x'0172a87f71cb5bebfaf39ec6411fdb2b5ba8a87536dbf3bda48db9e6a68a8fa8',x'e48fea6c9fdfe606b150583a2a37a5623c06edeb0479f8d668abbd8eaa3e4bad'),
(18,'2025-10-26T02:00:00.000Z','sample','sample.enrol','enrolment',x'019a1e3e710078c5af96e59aefad9b69',x'4f51d6f60ca817ada92b766b5dc3765c19cfef0ba1329a9da62bed649cd6ad19',x'82d04ad8db6c2729b6e45c7a9522656d06e785d8b24b2b069e6d2162e5c2ea83'),
(19,'2025-10-26T02:00:00.000Z','sample','educator.add','educator',x'019a1e3e71007d0f9a810aeafef806cc',x'9cd42a7926c097e6febd125615f2d9f6a7fb0869e5cbbf5287c43a91965f97cb',x'ee9c63b16424dc353181d3c56abde84712134f8e35dea2e82fb74afdc729ca4d'),
(20,'2025-10-26T02:00:00.000Z','sample','class.open','class',x'019a1e3e71007b1798dceebb2e8fee26',x'2c26f77f2f3a0e78eb73da560c66a38c80210238fdb6cca8fce3978edf453d7e',x'04ded20da944e97ab3a69e1bb9805789a7def157b8a5f9134b4d9f56e5af691c'),
(21,'2025-10-26T02:00:00.000Z','sample','sample.enrol','enrolment',x'019a1e3e71007b1798dceebb2e8fee26',x'321900340783e4f425575d490de320b63769ef121f21fb82be0c599361a522fa',x'96773b12bc56af4b259e873f9380b537518e08fe75e1585561ac7f8ef596e876'),
(22,'2025-11-10T02:00:00.000Z','sample','import.learners','import',x'019a6b7dd500744a92073ab6fc2c355c',x'2e5719c605e3c9eb12f2cb5fac294e0d4c703b719c745435ef93e45884cb754b',x'a27d36ebfb4679c617e8ba9bd4b290bbb75f134b3e201a8b715380d180b6247e'),
(23,'2025-11-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'9dd0c965851b0891ddb0671b86f7993819011ddbad939527300b81575916eeb9',x'b0df79708a7d4db33ec69ff350bc85ea9899617d8ec7be73b9e40d399e913345'),
(24,'2025-11-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'6aa7d95f1ce20572e0259c0e0be1bf54b8bb17823c5885cddd0016101b5253fe',x'a9bc734de155af2cac4f37a5b993f0acbb8c08749ea3943515a27eb74d30f97d'),
(25,'2025-11-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'38270e2d38f6f589717c4aecb720c0b0ca53b3e4bcdc8d04bcaa2c2fe9224464',x'9e43e54fb4924eecee6a3a0c14e4f391a6b2b3357b12392770cf37d6675d5948'),
(26,'2025-11-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'0f2723e8b252cb6f0bffe77b34b5a35f4163143888d75b9227e906d140801d74',x'1bd77c9d864143659e1c8c5cc33862d10557eb69e6702a095a1dad345fd061ea'),
(27,'2025-12-03T02:00:00.000Z','sample','return.build','built_return',x'019ae1f019007035879a1fba296d5867',x'f43df7deaec76cc222a98ba67a40779d4e079a89474489477f02699a8a1fd66e',x'e9a496faaf32c2a5244df4b84c91b159b839fc40838265bb57d8c74621a87703'),
(28,'2025-12-31T02:00:00.000Z','sample','attendance.not-met','class_day',x'019a1e3e710079a6a3511c1bc55713c3',x'6338a5d26ef5432e41a508642c2dd2fcf7e2a35b5d1c9dd630dd6809fd058f3a',x'bc837866e2cdb2732c63d655f32cefa3dd1fcbefb5513cb86eef6737aad2d0a7'),
(29,'2025-12-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'a513b540c5e941d323c8219ed4fce37f315d45abb03a9c9ab1550e700ec4f0ec',x'fd0f8db81d07a66566f92311e441a4b36285846a410ea24339a00da7cac128c2'),
(30,'2025-12-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'dda567fb6f66d15f1934c3c59b66baa7acce865bd9ba379c0fdb6b189cca854c',x'54c362251cff72f97a0a314646bafc5bc4a7c3d46c04501c97b54a37a052c3f9'),
(31,'2025-12-31T02:00:00.000Z','sample','enrolment.leave','enrolment',x'019a1e3e7100753f92de4675e6f83fbd',x'4ec35e30c20e4dea06aec5e48748015074ba7bae69bf589617877e2dc1c6808d',x'e540b4a7f9626eb0bb8f0c64ed8ac746c7427c77690f6abcb7af89a411f59724'),
(32,'2025-12-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'e96656dd49a5c530f1538d5e60f23b5e3138dc7d02a6da6c3078aa0cbf0b2d22',x'f8a029fd9539cdf0d5ff481e3e1e2d2d6c5f9b424b98eafa0453beb4b3461378'),
(33,'2025-12-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'6ea45c54175504cd546e46ecda21d06e75e079fbb6f5caa16cc189581e51ed5c',x'56c97a79ed4587bbd2ddded31280370d0e998068e71928fdabbb0e854f67cc29'),
(34,'2026-01-31T02:00:00.000Z','sample','enrolment.leave','enrolment',x'019a1e3e71007a7d94570be1205eada1',x'2ec00610019944f6731f790c6b0c59981953ceb27bba9de7261ecf7b0a1ed02d',x'bcc4c355f0f18e5ecdc2cf6512243f629504eea00aa393329a3f550144bde093'),
(35,'2026-01-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'd0480e5b5ef74ae560d4d3388cbf1c328e0083cb1f74a1486f6ad4ba716cedc2',x'0ad6b8c71586a8cebc7c9de1ccb814b4629a7a447c71407525d25426fcb31a60'),
(36,'2026-01-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'df3bed3b4f7364be7f6c6caf9073befa8bf922a96e428aedadafb822dcb4cd83',x'519030a929c8530059c3054b3aef25db475a9b486ab3ff1e9e4f8689972f5afa'),
(37,'2026-01-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'e9f383f2e3608bf1d172314c81537876cc366c998caf7b868410468531c304a3',x'20b568a704afc2efd8ba87943ffab26969c4bdca46fac043dce61fea8af1f824'),
(38,'2026-01-31T02:00:00.000Z','sample','attendance.not-met','class_day',x'019a1e3e71007b1798dceebb2e8fee26',x'58730a021a1b5fa1ea1e7771de403c6743f114f0d9109aa185c997c7bd1d291a',x'b4471f939cbdff1dcaa382a37bbdbfcbec1c5165bd38ed4e60ec94b73527258d'),
(39,'2026-01-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'c3cff13d432113a40293ab3a885616a381fee7a91ff8d0c2da0958c2d4ee2c4a',x'1afe107e321b2d8d991658d15812e16416f4acf1088940bef010d6991548c37c'),
(40,'2026-02-28T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'b219c1a262b0ab591cc25a669ceca3ba4780fdfba87f907d260a47e56ff0b48e',x'a6d08b7eca009297cac5589ed804f211095d06a7b0bf7d29f9380884d1bce066'),
(41,'2026-02-28T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'6724beac68dbfe9a66e346e0433acf772120c1724aa0ba21813d08e5ce338b7d',x'a55d76c3fd341c570360e09e58e1ab8b9de6f3f3320c259b2c661e66deee8600'),
(42,'2026-02-28T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'dd2a13acc28c01a0c4bec4a7c64cae5bbf0c1bf2fbb0a066a457a3b7921bb76d',x'39d60d132b58a1e8c21dcc04d23130f5ba9deafc5f091b37f2fc32093ae379c1'),
(43,'2026-02-28T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'6b5ec2010d61b5893cface3cae9f90d0eda8b25b074eabfc5bca2977dde8a8e3',x'3f19987b36ef7cb780074837d247be01e30a77337b3e3dd5c71ebda97fb8627d'),
(44,'2026-03-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'6a07e2c500992a0c1aa9f42b2cff5c13c301f67ca4a6d7de30318dbe51a9aa27',x'e4b0cbe585478ca5160841bb3036c8dee14cf31d57f6af4c70b48b03ac845f59'),
(45,'2026-03-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'6b9b61f5d120379347e08b6992aba03f1fdcc51178d22db92153637c91163e91',x'1172eb2feaf16298f493528e6b63f271e318f492dc2e76a41effd57868c203f2'),
(46,'2026-03-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'1f2a35bb3eb4bf30f7d87128ead5154da6ef0926552b23c4706a746ddc91e75f',x'd81f2dcac4cfa89862a9c476477a9440203689e345b7eb81dc9cd24bee2ba6d0'),
(47,'2026-03-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'8cfacce7909928da3d351583d7575d31cf4c957d6b366713e41fa2d3cb380a76',x'c3318e2cb1a25a3cec2e26818994f5dd4e8344e0f87140201884d96e8de5e800'),
(48,'2026-03-31T02:00:00.000Z','sample','sample.scores','score',x'019a1e3e710078c5af96e59aefad9b69',x'3ab1aa894e46ef3028c95287761e7f2ad4d77b1614d89fda85580015893df739',x'd14a69332ff08d6635181b144833d3b9eb8efcb8e9a8b3bb84351fda95dff941'),
(49,'2026-03-31T02:00:00.000Z','sample','sample.scores','score',x'019a1e3e71007b1798dceebb2e8fee26',x'fa018a286f8e4fe5656ae5a15859c60b76acc663d06bacb59a60dfce7a272efb',x'a2f47d0d991370390248b6ac97f88f35a7516199b06dc373d569a50d212e99a6'),
(50,'2026-04-30T02:00:00.000Z','sample','attendance.not-met','class_day',x'019a1e3e710079a6a3511c1bc55713c3',x'd3994d9eda7fc885fd452f3b6ec71b43e56d121baeebbece1381dd9a680b395d',x'ab484c74376cb3687c6788ff529375eff1b5d38dc6db9a41cff28f4a458d5cf6'),
(51,'2026-04-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710079a6a3511c1bc55713c3',x'f23d92e8f8b253cfd92804597c2a467d5b8c813236b0f1a89b0a4371af0e330a',x'990f38ec91c7ba386f310b94a5157b3088ba322c330328aea22ea9e69fdf05bc'),
(52,'2026-04-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007174b95d6531fc08377f',x'2660622f5e783dd36385923c9d0834eb9286aa787db2a4abc9a06bf837b906ad',x'e8c9336fe369481f7bce571f6d6363aee97c187e76efc2c3bbcf7e966b5da2cd'),
(53,'2026-04-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'bd162b76f7f342f71ad40df95db5cbc40dbfee0da36faf27cb60a713c599f385',x'4263399be1431a210602aa3f42d1f1228b3a0f74c5845023a3b8517b48f24d02'),
(54,'2026-04-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'5634d9d9f7ab61054ab1a946b0b301dd813883716b835b129d805476f10759b8',x'a9f84933000cc2fee212c516e97c0ce18faa2919902438c3bc06977ffa35d52e'),
(55,'2026-04-30T02:00:00.000Z','sample','sample.scores','score',x'019a1e3e710079a6a3511c1bc55713c3',x'b71b7c5791fb83fc86127ccfd3e90a12cd5ca1649d4d02703ee6492a1495e6a3',x'518d96757cba13215527ae874a1dc191b7cf70125e385d9d96a6c812dcac8252'),
(56,'2026-04-30T02:00:00.000Z','sample','sample.scores','score',x'019a1e3e71007174b95d6531fc08377f',x'4e019d7b28d5c5dbbb4b25844eab5f276003bf33259e0ab91f0c0b18d33fcf69',x'38d6c9597f13f465dd67fca1b812af1c004af5dc9f80210b0565d6d8af5f54cd'),
(57,'2026-04-30T02:00:00.000Z','sample','class.close','class',x'019a1e3e710079a6a3511c1bc55713c3',x'20e879bf2acb461a85f8cfa108966344c65078a969a435f4ffa9df8dd51f1476',x'4b544a14e917a1f509ff5348327991f47823b7f2e0d50b8686905e4f50fdefa0'),
(58,'2026-04-30T02:00:00.000Z','sample','class.close','class',x'019a1e3e71007174b95d6531fc08377f',x'9a5c291a3e94e1dfa89cd3c57a574f6b843eb274d36ae81ed7d6a372f45360ae',x'3ae564e190f9149794351d094af75aa198afd6baf1159085c01aa215b0fb2dcd'),
(59,'2026-05-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'7cdfcbe0f8ea520cd906a57b19ffc1400c176ed219b6ddb266e2ebf57055c932',x'4a3647f8df711f7c9f35edab65312fa3b35804b7f12b485c9587511faeac5a34'),
(60,'2026-05-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'7de45ae9be22e569ae04adba16f9c8d93d8b6af29e6e92c671dce2b15b787038',x'739aec24ecd3ed5a982f17225db93feea3cca72fd0377a7450030e35fe169037'),
(61,'2026-05-31T02:00:00.000Z','sample','award.approve','award_approval',x'019a1e3e710079a6a3511c1bc55713c3',x'17ab58d710d40cb860fd836bb15ee90f7c17f726eaf77a8eab1b83df7af43768',x'2f2072aabc23e6cbf741156fa03e150c3232dac22756da620fd63a1e13392789'),
(62,'2026-05-31T02:00:00.000Z','sample','award.approve','award_approval',x'019a1e3e71007174b95d6531fc08377f',x'54a05e50493ae7d3db916fb507eaf1867158be6fe51bc5035adacf350a970586',x'15f6a4d8f819de7304a7eaa077452c39c1811eccbea8643f694d14e9ea440a2f'),
(63,'2026-06-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'f1ce88a201a0c4770a171d157b7bb85d9e2b140d8686766dea5f387133e59fb7',x'3ed1b06223d258a758d8cf1ec7aa1fbaa3866f78efa21eed191b4b4cdc648aac'),
(64,'2026-06-30T02:00:00.000Z','sample','enrolment.leave','enrolment',x'019a1e3e7100765ea5386dbdb1e35859',x'bce531c95fcf57315377459527e80385bb0932d72927ebcba1bbda3909a07b99',x'e32b661e0a436b89af90abb45a92bd6a82adf9676e9260529b5485a92af0af6f'),
(65,'2026-06-30T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'44d0897e32931c984c6dd32056d7de2ea35d0af42006d013c075a1e758398b75',x'4b38314285cecb7144c0078a3d1b2d6708dd9463daf44b0b325fd78c1b426137'),
(66,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f1641350078ddb40084ad565f85e8',x'46f6b11835e1382a58cc00b73aceca8fa5bdfac3aec0b987ba09425e25a5c16f',x'8c7bf91c7e1afc4c2a61849619cbb983c4f5acd4665bff8e68c31d9f7e3158ad'),
(67,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007564861bc07756bd5972',x'40cf6d740df8d8d64a9e3e2ece1583f8730db74e9d9f6daff17456a90f47c957',x'667ab887617b8d718601e1b2579b1c8f71b28e72d0eac3395cb08b63e172fb28'),
(68,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007ab88a8b4a502daa8c8d',x'ecdc2b781ec77b6eeacaeaccf4be342a095ae2b202d912e7c99a2fa3183d544b',x'66d582a01bba9851c8fe8bd8d521c6c023adeacd083748dff20241a1505dda60'),
(69,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007db7a21dc9ca259e7297',x'c49f10495322d13c77ec9c488f56e64b8798d73715e73c331af83a9c99a425aa',x'4cefa0c142d06b9139b48f601a90d11777df20389ccf0cfcf58b917665268c24'),
(70,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007b10aab70f9457a1075a',x'dae22bc9b8d10c4a68ad9daebb3107f508345311f0e1d4d041ad9ea42cf098fb',x'3466e04cd5c3814b084728b22892a30a96f2533bc5d50b0e25a5f2755dd0c971'),
(71,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007afb883e62df3686f72d',x'be0e7869ed4e4c7c449e7c5cf60ed135b67e55634d3ecfb8c8221480abf71046',x'b85ea6bf83abcc0489a9a199104dcc1628f4c8d75de6d0e124735726445719a8'),
(72,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007591b8c6a8bb9baae304',x'f5fd7df31e5ced2be771536d9d6105c89617d7ac3fc5adc836473ae7bf4edc38',x'90ab8fbd22a45898d3e98e50e5b1506705458cdf8bb1ec5820cc33c87be3c96e'),
(73,'2026-06-30T02:00:00.000Z','sample','certificate.issue','certificate',x'019f164135007ccb97ab3e37c0209ea6',x'56bf3f73480974476a54cabc05f57ea8980e598377b292dc62b92d82b126f58e',x'3dd58ee0c38ed7ac8a4c5657641b19ba1f3b339888f0e250de530f09af1cad8d'),
(74,'2026-06-30T02:00:00.000Z','sample','class.issue','class',x'019a1e3e710079a6a3511c1bc55713c3',x'bd486780c165067563b8ae9199058a1e6ece8cb1a32a971b317b66706ca1a5ed',x'a4046ea0a4272796024142617b6f3673a3ccefae872939ed9fb7445e585ef09b'),
(75,'2026-06-30T02:00:00.000Z','sample','certificate.reprint','certificate',x'019f1641350078ddb40084ad565f85e8',x'3b05571d193e2bb1dcb26b2f1cc8f53524960b2e972bb25b924af0ae51ae7bda',x'a5453e3063b625bbf967e4ddfe60d3039db900be498015d6180ec1c91733d909'),
(76,'2026-07-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'9db2e7895235dfcc864ba7478616379c0e8f2634b27c3d3da3ba287862f1053d',x'f3b5cde5b0dfb597bc2df027ae1034d545957ee271418bb16f845751515fa247'),
(77,'2026-07-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'eaffb7c46704de4768a772444e80dc91d6a72a30d1c744eb6d7f310dd05e22ed',x'057fc0709c1e10e38b7fab102196417f9e828d8923ec2d85434302d0bffc862a'),
(78,'2026-08-31T02:00:00.000Z','sample','attendance.not-met','class_day',x'019a1e3e710078c5af96e59aefad9b69',x'a36ad7c974b5d00d47a4b40254b334c022fe9d5f49e13a4c034bfcb14125ae93',x'114998082f5c25ce3dbcd0a04c48736d8d7caefe7ae1309b05916a7c350b6a45'),
(79,'2026-08-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e710078c5af96e59aefad9b69',x'4319bf5a759db4ef455568f484a73ce2553e161852e4947324c08332d15056f0',x'208eda79a7157e727c67cbbc0bd1720bd74239a76c7764b8a10e0095d41182c1'),
(80,'2026-08-31T02:00:00.000Z','sample','attendance.not-met','class_day',x'019a1e3e71007b1798dceebb2e8fee26',x'e459a71214346a7c2fd6e42d6fe44a0645ea8dd86291f0fa2025c89ede6319e4',x'c4cfbf126c7543bd863c3293c7fd1704e799cd92f8a2a5fb295956bfe1c8a3fd'),
(81,'2026-08-31T02:00:00.000Z','sample','sample.attendance','attendance_month',x'019a1e3e71007b1798dceebb2e8fee26',x'98dda620c2bbe793ca0ccf9a51eaaa99c89212e056815e3929de196ff49d9108',x'5787f0f6895d4fb9439e37b1cb173cb027fb4ccaae15b7d3db644c85960ba341'),
(82,'2026-08-31T02:00:00.000Z','sample','sample.scores','score',x'019a1e3e710078c5af96e59aefad9b69',x'5166a2e8c8045a9039cb9d2bde2ef7661effbdbe1efb6709462ce9993b358ad2',x'd2381046524f21f89b9374add08a62bb19672e50dd1436c490c428a1c075bd87'),
(83,'2026-08-31T02:00:00.000Z','sample','class.close','class',x'019a1e3e710078c5af96e59aefad9b69',x'029f646fcd9d54304bed90c65cfd30cf58267e177714971094b1f19cb363c995',x'1eae4dfbf0b7cf991a12e12d1a8004d967814fb09ab467957b72223bfdf32a2b');
CREATE TABLE audit_change (
    seq INTEGER PRIMARY KEY REFERENCES audit (seq),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    change TEXT NOT NULL
) STRICT;
INSERT INTO "audit_change" VALUES
(1,x'47c16b10f0d3923b45b905dac24e6e19','{"area_code":"0202","name_km":"ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល"}'),
(2,x'c55d01aa8f271e30444007b030966f61','{"version":"2026-06-01 (pumi, read 2026-06-19)","areas":16465}'),
(3,x'211bcc1b1fe44dfc2bef9906138cd782','{"version":"2026-09-16","days":65}'),
(4,x'fba84ca5466f0776779113d854ca4528','{"key":"f61b96e9a261bb42"}'),
(5,x'd8f0dfde65148a74d9352a6a4fc3671d','{"sort-key-version":["","icu 72.1 km 153.120.42 fold 1"]}'),
(6,x'cb8131d45e82cafc209fad1053c3192e','{"ឈ":[null,"P"]}'),
(7,x'038c9f9609746eb6d6e53283f9c7b5ef','{"kind":[null,"clc"],"name_km":[null,"មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង"],"name":[null,"Ta Pung Community Learning Centre"],"village_code":[null,"02020102"]}'),
(8,x'2163dae962893e1fdfa45bc5126c6475','{"programme":"literacy","version":"2026-1"}'),
(9,x'df018451cfd94777c99d7f058f01a148','{"name_km":[null,"ធី សាវី"],"name":[null,"Thy Savy"],"sex":[null,"f"],"institution_id":[null,"1"],"contract":[null,"contract"],"phone":[null,"015033298"],"first_day":[null,"2025-11-03"]}'),
(10,x'4323eebe1c8c343733b9f589709daefa','{"name_km":[null,"អក្ខរកម្ម តាពូង ក"],"name":[null,"Literacy Ta Pung A"],"pack_id":[null,"1"],"institution_id":[null,"1"],"first_day":[null,"2025-11-03"],"last_day":[null,"2026-04-30"],"weekdays":[null,"12345"],"session_minutes":[null,"120"],"open_entry":[null,"1"],"capacity":[null,"35"],"multigrade":[null,"0"],"educators":[null,"1"]}'),
(11,x'e4c7609235e0c933d157bdc9f0f12811','{"learners":10}'),
(12,x'fc4a4428caada4d728a026da5e601f16','{"name_km":[null,"សាន ចាន់ធី"],"name":[null,"San Chanthy"],"sex":[null,"f"],"institution_id":[null,"1"],"contract":[null,"state"],"phone":[null,"015916317"],"first_day":[null,"2025-11-03"]}'),
(13,x'4eb4ebb75829e8067adc0b4607adc28d','{"name_km":[null,"អក្ខរកម្ម តាពូង ខ"],"name":[null,"Literacy Ta Pung B"],"pack_id":[null,"1"],"institution_id":[null,"1"],"first_day":[null,"2025-11-03"],"last_day":[null,"2026-04-30"],"weekdays":[null,"12345"],"session_minutes":[null,"120"],"open_entry":[null,"1"],"capacity":[null,"35"],"multigrade":[null,"0"],"educators":[null,"2"]}'),
(14,x'99d03c687f17d7a5a7362295f49d0c47','{"learners":10}'),
(15,x'cbbf1ba042c56de4d63f542b43203066','{"programme":"primary-equivalency","version":"2026-1"}'),
(16,x'002dd7c5b579b7bdb4cb5db27ad31fa9','{"name_km":[null,"ឱម កល្យាណ"],"name":[null,"Om Kalyan"],"sex":[null,"f"],"institution_id":[null,"1"],"contract":[null,"state"],"phone":[null,"077406575"],"first_day":[null,"2025-11-03"]}'),
(17,x'f62237f67df0a2b9983101a885b5e51f','{"name_km":[null,"សមមូល តាពូង ក"],"name":[null,"Equivalency Ta Pung A"],"pack_id":[null,"2"],"institution_id":[null,"1"],"first_day":[null,"2025-11-03"],"last_day":[null,"2026-08-28"],"weekdays":[null,"123456"],"session_minutes":[null,"210"],"open_entry":[null,"1"],"capacity":[null,"35"],"multigrade":[null,"0"],"educators":[null,"3"]}'),
(18,x'eacf0a7a08e3962c305627b4c0182358','{"learners":10}'),
(19,x'd77f31a203d7d0c844788a5edcb292d0','{"name_km":[null,"ស៊ន សុជាតា"],"name":[null,"Sorn Socheata"],"sex":[null,"f"],"institution_id":[null,"1"],"contract":[null,"contract"],"phone":[null,"086107303"],"first_day":[null,"2025-11-03"]}'),
(20,x'64ac4b09febd5f4dff7a5c6f82c41e37','{"name_km":[null,"សមមូល តាពូង ខ"],"name":[null,"Equivalency Ta Pung B"],"pack_id":[null,"2"],"institution_id":[null,"1"],"first_day":[null,"2025-11-03"],"last_day":[null,"2026-08-28"],"weekdays":[null,"123456"],"session_minutes":[null,"210"],"open_entry":[null,"1"],"capacity":[null,"35"],"multigrade":[null,"0"],"educators":[null,"4"]}'),
(21,x'bbf693a5e4175c9f896432a1054ca502','{"learners":6}'),
(22,x'c3c98cf6a18ec0fd963ca5876649feca','{"accepted":4,"added":4,"changed":0,"changeset":"68f7717e78e7d4a0b72caa3ca5e5f333f2c0fc624de2cb63f3276b3ab7a258cb","digest":"85e7dfa1867c6c690c78b62bdf415189dd20bc74fb8496672839e2264a22108a","file":"new-learners.csv","sheet":"","updated":0}'),
(23,x'd487e302f184b4d1518be737d01c13bf','{"month":"2025-11"}'),
(24,x'8a292c6d5a2614eec78297e5c40e0afd','{"month":"2025-11"}'),
(25,x'0a048f3f05f7e20c384e35c3bba7d93a','{"month":"2025-11"}'),
(26,x'7cc934e3bfb2037d2bb50fb23565e73e','{"month":"2025-11"}'),
(27,x'fb4f4c4bdd441eb75bdbf9dea303a100','{"period":[null,"2025-11"],"version":[null,"1"],"digest":[null,"366ee2339ed0f61bcceef2cb8f8ad4d80be34ccb0571b92b61533a8178274d8b"]}'),
(28,x'a1aa4cac123fccff36eb2e5a3c86f9e5','{"day":[null,"2025-12-25"],"reason":[null,"បុណ្យភូមិ"]}'),
(29,x'b593d32b03dc027c5831ff8f569f1667','{"month":"2025-12"}'),
(30,x'17f7be5224cdc65f85fedf566014eddf','{"month":"2025-12"}'),
(31,x'37471ab5e1ff228b6c7e60ec62a8c209','{"last_day":[null,"2025-12-02"],"leaving_reason":[null,"dropped_out"]}'),
(32,x'aed43c3b679354d8ab131d0291469af5','{"month":"2025-12"}'),
(33,x'122deb084f9f55b56432a09fe5f8fb45','{"month":"2025-12"}'),
(34,x'837ca3977fe85fc4e71f55294b9bd409','{"last_day":[null,"2026-01-01"],"leaving_reason":[null,"illness"]}'),
(35,x'68457ea13b11ed77c0006096ee527c70','{"month":"2026-01"}'),
(36,x'bd852978895950032e5a7d030f736519','{"month":"2026-01"}'),
(37,x'821463d6dbf8c9e541770e29461ae488','{"month":"2026-01"}'),
(38,x'd5c9ff12e0f1d9ba3da39a49b9b05463','{"day":[null,"2026-01-13"],"reason":[null,"បុណ្យភូមិ"]}'),
(39,x'98dd10f8f780c329b36a2811bf3c38cf','{"month":"2026-01"}'),
(40,x'839acb29c102df230011cfa1e5a6a161','{"month":"2026-02"}'),
(41,x'959d82fe5bdcf0865960e2ff68295962','{"month":"2026-02"}'),
(42,x'7399d2f5c0b2d66a7c87e0b95276d1b6','{"month":"2026-02"}'),
(43,x'68114578cb4070629d65ab270d4b60bf','{"month":"2026-02"}'),
(44,x'94c101e2ef94024bc72f788b2196224a','{"month":"2026-03"}'),
(45,x'14dc4c9a3c0f917e675a708d45d54f99','{"month":"2026-03"}'),
(46,x'bbef452cfd764cbd67624603571fd071','{"month":"2026-03"}'),
(47,x'c3daf034219726c90f3f3d02169b8d24','{"month":"2026-03"}'),
(48,x'3359ef61a760ad41c7c2bca3ff280cec','{"period":"S1"}'),
(49,x'dbc05f8b98f7bb7ce100fa43bbc7e4c9','{"period":"S1"}'),
(50,x'ac67a6a6c2445095ba54db12d9a1b104','{"day":[null,"2026-04-06"],"reason":[null,"គ្រូចូលរួមវគ្គបណ្តុះបណ្តាល"]}'),
(51,x'cdb8a1b0d23d22d2764de7df20783554','{"month":"2026-04"}'),
(52,x'f8025179d9b105b51515e64113fcf78c','{"month":"2026-04"}'),
(53,x'9ca227214611998820e7a841ec946a60','{"month":"2026-04"}'),
(54,x'a826d58de90f70d5dbbb306c578dd03b','{"month":"2026-04"}'),
(55,x'0e028b58dc3b1d9bc1a2e0c326019bd9','{"period":"S1"}'),
(56,x'550c311263c10d96dba3a2a11e835c4f','{"period":"S1"}'),
(57,x'37311eaff7c07dba5c7f4ba7f8624200','{"status":["open","closed"],"closed_on":[null,"2026-04-30"]}'),
(58,x'19c8732a72a5d1be6052767b61165412','{"status":["open","closed"],"closed_on":[null,"2026-04-30"]}'),
(59,x'1686ad7204d7f952d1c8cc494c52e882','{"month":"2026-05"}'),
(60,x'422cf2e51d1f5e8ae4479d022f334e1f','{"month":"2026-05"}'),
(61,x'13546e955af0d6ae59f7652b0e481f2b','{"approver":"សុខ សុភា","awards":8}'),
(62,x'b79daf220f1e598514bffc86004adde4','{"approver":"សុខ សុភា","awards":8}'),
(63,x'410f935feda1a88e78e2864da7caaade','{"month":"2026-06"}'),
(64,x'14f60080ff9026596e496ab736f9c872','{"last_day":[null,"2026-06-01"],"leaving_reason":[null,"moved"]}'),
(65,x'68fb4cedd167d7f577e270c30418701a','{"month":"2026-06"}'),
(66,x'c0607c4342a98fa30aaec5e472c4e0fb','{"serial":"0202-2026-000001-X","reason":""}'),
(67,x'c660b994905c8e711b480830476c3b9b','{"serial":"0202-2026-000002-V","reason":""}'),
(68,x'a41fece5cb14449fb732c4efe9512871','{"serial":"0202-2026-000003-T","reason":""}'),
(69,x'536aac94ce9112099c6534f2d859d0b5','{"serial":"0202-2026-000004-R","reason":""}'),
(70,x'93063af6488a2c23b71066acd102d006','{"serial":"0202-2026-000005-P","reason":""}'),
(71,x'8723f70b8d0eaef0296cd324b602fe4d','{"serial":"0202-2026-000006-N","reason":""}'),
(72,x'6d8610ec89dedf03d341f4e12894a6a6','{"serial":"0202-2026-000007-L","reason":""}'),
(73,x'7bd529ae6ccfb12d6c17d198c373e339','{"serial":"0202-2026-000008-J","reason":""}'),
(74,x'f748f38c7effb10b37f99fa48d4a1de6','{"certificates":8}'),
(75,x'4e00fdb5f1685fe8e5e867fbcc42816e','{"serial":"0202-2026-000001-X","reason":"បាត់ដោយទឹកជំនន់"}'),
(76,x'08be635d0cc00db54e7a1c79ef851547','{"month":"2026-07"}'),
(77,x'4c338feb3091ece72c8b45e7b2cd9fa1','{"month":"2026-07"}'),
(78,x'e3d6c79514c1841ab1b9a98a86f51138','{"day":[null,"2026-08-28"],"reason":[null,"ទឹកជំនន់"]}'),
(79,x'55fd776de54e854b0ce93766ee1696d2','{"month":"2026-08"}'),
(80,x'9bcbd43d85d3397b3751524d49a71fc3','{"day":[null,"2026-08-21"],"reason":[null,"គ្រូមានធុរៈ"]}'),
(81,x'984f00592dd3d4150c2645f183d34051','{"month":"2026-08"}'),
(82,x'1a5b4de32beaa0ced79494a4c2e9a8fe','{"period":"S2"}'),
(83,x'789ae52853cfbf370a62440e336fe7f1','{"status":["open","closed"],"closed_on":[null,"2026-08-31"]}');
CREATE TABLE code_list (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    loaded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "code_list" VALUES
('gazetteer','2026-06-01 (pumi, read 2026-06-19)',x'cb328e6f9f20423df3b9d52df5c21a8fd30eabdc252cc053d884d7fb2467150d','2025-10-01T02:00:00.000Z'),
('holidays','2026-09-16',x'5b1819d02535879dedb5bd962ca39b1782fae8b7fea3664dc6334f9d7fc8a9c3','2025-10-01T02:00:00.000Z');
CREATE TABLE area (
    code TEXT PRIMARY KEY CHECK (
        length(code) BETWEEN 2 AND 8 AND length(code) % 2 = 0 AND code NOT GLOB '*[^0-9]*'
    ),
    type TEXT NOT NULL CHECK (
        type = 'phum' OR type = 'khum' OR type = 'sangkat' OR type = 'srok' OR type = 'krong' OR type = 'khan'
        OR type = 'khaet' OR type = 'reach_theani'
    ),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    -- That made it, where it is known.
    decree TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "area" VALUES
('02','khaet','បាត់ដំបង','Battambang','បាត់ដំបង','patampang',NULL,NULL,NULL),
('0201','srok','បាណន់','Banan','បាណន់','panan',NULL,NULL,NULL),
('0202','srok','ថ្មគោល','Thma Koul','ថ្មគោល','tmakol',NULL,NULL,NULL),
('020201','khum','តាពូង','Ta Pung','តាពូង','tapong',NULL,NULL,NULL),
('02020102','phum','ប៉ោយយង់','Paoy Yong','ប៉ោយយង់','poyong',NULL,NULL,NULL),
('02020103','phum','កសិកម្ម','Kaksekam','កសិកម្ម','kaksikam',NULL,NULL,NULL),
('02020104','phum','ប៉ោយសំរោង','Paoy Samraong','ប៉ោយសំរោង','posamrong',NULL,NULL,NULL),
('02020105','phum','គោកក្ដួច','Kouk Kduoch','គោកក្តួច','koktoc',NULL,NULL,NULL),
('020202','khum','តាម៉ឺន','Ta Meun','តាម៊ឺន','tamen',NULL,NULL,NULL),
('02020201','phum','ថ្មគោលជើង','Thma Koul Cheung','ថ្មគោលជើង','tmakolceng',NULL,NULL,NULL),
('02020204','phum','តាសី','Ta Sei','តាសី','tasi',NULL,NULL,NULL),
('02020207','phum','សំរោង','Samraong','សំរោង','samrong',NULL,NULL,NULL),
('020203','khum','អូរតាគី','Ou Ta Ki','អូរតាគី','otaki',NULL,NULL,NULL),
('02020301','phum','អូរតាគី','Ou Ta Ki','អូរតាគី','otaki',NULL,NULL,NULL),
('02020303','phum','វាលទ្រា','Veal Trea','វាលទ្រា','valtra',NULL,NULL,NULL),
('02020304','phum','ត្រស់','Tras','ត្រស់','tras',NULL,NULL,NULL),
('020204','khum','ជ្រៃ','Chrey','ជ្រៃ','cri',NULL,NULL,NULL),
('02020401','phum','ជ្រៃថ្មី','Chrey Thmei','ជ្រៃថ្មី','critmi',NULL,NULL,NULL),
('02020402','phum','ជ្រៃ','Chrey','ជ្រៃ','cri',NULL,NULL,NULL),
('02020403','phum','កគោ','Ka Kou','កគោ','kako',NULL,NULL,NULL),
('02020405','phum','ក្បាលខ្មោច','Kbal Khmaoch','ក្បាលខ្មោច','kpalkmoc',NULL,NULL,NULL),
('02020406','phum','ព្រៃទទឹង','Prey Totueng','ព្រៃទទឹង','pritoteng',NULL,NULL,NULL),
('02020410','phum','គ្រួស','Kruos','គ្រួស','kros',NULL,NULL,NULL),
('020205','khum','អន្លង់រុន','Anlong Run','អន្លង់រុន','anlongron',NULL,NULL,NULL),
('02020501','phum','ចារ','Char','ចារ','ca',NULL,NULL,NULL),
('02020504','phum','សូភី','Souphi','សូភី','sopi',NULL,NULL,NULL),
('02020505','phum','គ្រួស','Kruos','គ្រួស','kros',NULL,NULL,NULL),
('020206','khum','ជ្រោយស្ដៅ','Chrouy Sdau','ជ្រោយស្តៅ','croisto',NULL,NULL,NULL),
('02020603','phum','និគមក្នុង','Nikom Knong','និគមក្នុង','nikomknong',NULL,NULL,NULL),
('02020604','phum','និគមកណ្តាល','Nikom Kandal','និគមកណ្តាល','nikomkantal',NULL,NULL,NULL),
('020207','khum','បឹងព្រីង','Boeng Pring','បឹងព្រីង','pingpring',NULL,NULL,NULL),
('02020701','phum','បឹងព្រីង','Boeng Pring','បឹងព្រីង','pingpring',NULL,NULL,NULL),
('02020703','phum','ស្នួលកោង','Snuol Kaong','ស្នួលកោង','snolkong',NULL,NULL,NULL),
('02020704','phum','ប៉ោយតាសេក','Paoy Ta Sek','ប៉ោយតាសេក','potasik',NULL,NULL,NULL),
('020208','khum','គោកឃ្មុំ','Kouk Khmum','គោកឃ្មុំ','kokmom',NULL,NULL,NULL),
('02020803','phum','តាមាឃ','Ta Meakh','តាមាឃ','tamak',NULL,NULL,NULL),
('02020807','phum','កណ្ដាលជើង','Kandal Cheung','កណ្តាលជើង','kantalceng',NULL,NULL,NULL),
('020209','khum','បន្សាយត្រែង','Bansay Traeng','បន្សាយត្រែង','pansaitring',NULL,NULL,NULL),
('02020902','phum','តាកយ','Ta Kay','តាកយ','takai',NULL,NULL,NULL),
('02020904','phum','ព្រៃលាវ','Prey Leav','ព្រៃលាវ','priliv',NULL,NULL,NULL),
('02020907','phum','ស្ពាន','Spean','ស្ពាន','span',NULL,NULL,NULL),
('020210','khum','រូងជ្រៃ','Rung Chrey','រូងជ្រៃ','rongcri',NULL,NULL,NULL),
('02021001','phum','បល្ល័ង្កក្រោម','Ballangk Kraom','បល្លង្កក្រោម','palangkrom',NULL,NULL,NULL),
('02021002','phum','ប្រគាប','Prakeab','ប្រគាប','prakap',NULL,NULL,NULL),
('02021003','phum','គោកខ្ពស់','Kouk Khpos','គោកខ្ពស់','kokpos',NULL,NULL,NULL),
('02021005','phum','ព្រះពន្លា','Preah Ponlea','ព្រះពន្លា','praponla',NULL,NULL,NULL),
('02021006','phum','រូងជ្រៃ','Rung Chrey','រូងជ្រៃ','rongcri',NULL,NULL,NULL),
('0203','krong','បាត់ដំបង','Battambang','បាត់ដំបង','patampang',NULL,NULL,NULL),
('0204','srok','បវេល','Bavel','បវេល','pavil',NULL,NULL,NULL),
('0205','srok','ឯកភ្នំ','Aek Phnum','ឯកភ្នំ','ikpnom',NULL,NULL,NULL),
('0206','srok','មោងឫស្សី','Moung Ruessei','មោងឫស្សី','mongresi',NULL,NULL,NULL),
('0207','srok','រតនមណ្ឌល','Rotonak Mondol','រតនមណ្ឌល','rotonakmontol',NULL,NULL,NULL),
('0208','srok','សង្កែ','Sangkae','សង្កែ','sangki',NULL,NULL,NULL),
('0209','srok','សំឡូត','Samlout','សំឡូត','samlot',NULL,NULL,NULL),
('0210','srok','សំពៅលូន','Sampov Lun','សំពៅលូន','sampolon',NULL,NULL,NULL),
('0211','srok','ភ្នំព្រឹក','Phnum Proek','ភ្នំព្រឹក','pnomprik',NULL,NULL,NULL),
('0212','srok','កំរៀង','Kamrieng','កំរៀង','kamrang',NULL,NULL,NULL),
('0213','srok','គាស់ក្រឡ','Koas Krala','គាស់ក្រឡ','koskrala',NULL,NULL,NULL),
('0214','srok','រុក្ខគិរី','Rukh Kiri','រុក្ខគិរី','rokiri',NULL,NULL,NULL);
CREATE TABLE area_former_name (
    area_code TEXT NOT NULL REFERENCES area (code),
    valid_to TEXT NOT NULL,
    type TEXT NOT NULL,
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (area_code, valid_to)
) STRICT, WITHOUT ROWID;
CREATE TABLE area_successor (
    old_code TEXT NOT NULL,
    new_code TEXT NOT NULL REFERENCES area (code),
    since TEXT NOT NULL,
    decree TEXT NOT NULL,
    PRIMARY KEY (old_code, new_code)
) STRICT, WITHOUT ROWID;
CREATE TABLE holiday (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "holiday" VALUES
('2025-01-01','ទិវាចូលឆ្នាំសកល','International New Year''s Day','sub-decree 204 of 29 August 2024'),
('2025-01-07','ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍','Victory over Genocide Day','sub-decree 204 of 29 August 2024'),
('2025-03-08','ទិវាអន្តរជាតិនារី','International Women''s Day','sub-decree 204 of 29 August 2024'),
('2025-04-14','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 204 of 29 August 2024'),
('2025-04-15','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 204 of 29 August 2024'),
('2025-04-16','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 204 of 29 August 2024'),
('2025-05-01','ទិវាពលកម្មអន្តរជាតិ','International Labour Day','sub-decree 204 of 29 August 2024'),
('2025-05-11','ពិធីបុណ្យវិសាខបូជា','Visak Bochea','sub-decree 204 of 29 August 2024'),
('2025-05-14','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម ព្រះមហាក្សត្រ','King''s Birthday','sub-decree 204 of 29 August 2024'),
('2025-05-15','ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល','Royal Ploughing Ceremony','sub-decree 204 of 29 August 2024'),
('2025-06-18','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម សម្តេចព្រះវររាជមាតាជាតិខ្មែរ','King''s Mother''s Birthday','sub-decree 204 of 29 August 2024'),
('2025-09-21','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 204 of 29 August 2024'),
('2025-09-22','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 204 of 29 August 2024'),
('2025-09-23','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 204 of 29 August 2024'),
('2025-09-24','ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ','Constitution Day','sub-decree 204 of 29 August 2024'),
('2025-10-15','ទិវាប្រារព្ធពិធីគោរពព្រះវិញ្ញាណក្ខន្ធ ព្រះវររាជបិតាជាតិខ្មែរ','Commemoration Day of the King''s Father','sub-decree 204 of 29 August 2024'),
('2025-10-29','ព្រះរាជពិធីគ្រងព្រះបរមរាជសម្បត្តិ','King''s Coronation Day','sub-decree 204 of 29 August 2024'),
('2025-11-04','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 204 of 29 August 2024'),
('2025-11-05','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 204 of 29 August 2024'),
('2025-11-06','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 204 of 29 August 2024'),
('2025-11-09','ពិធីបុណ្យឯករាជ្យជាតិ','National Independence Day','sub-decree 204 of 29 August 2024'),
('2025-12-29','ទិវាសន្តិភាពនៅកម្ពុជា','Peace Day','sub-decree 204 of 29 August 2024'),
('2026-01-01','ទិវាចូលឆ្នាំសកល','International New Year''s Day','sub-decree 167 of 5 September 2025'),
('2026-01-07','ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍','Victory over Genocide Day','sub-decree 167 of 5 September 2025'),
('2026-03-08','ទិវាអន្តរជាតិនារី','International Women''s Day','sub-decree 167 of 5 September 2025'),
('2026-04-14','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 167 of 5 September 2025'),
('2026-04-15','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 167 of 5 September 2025'),
('2026-04-16','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 167 of 5 September 2025'),
('2026-05-01','ទិវាពលកម្មអន្តរជាតិ និងពិធីបុណ្យវិសាខបូជា','International Labour Day, Visak Bochea','sub-decree 167 of 5 September 2025'),
('2026-05-05','ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល','Royal Ploughing Ceremony','sub-decree 167 of 5 September 2025'),
('2026-05-14','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម ព្រះមហាក្សត្រ','King''s Birthday','sub-decree 167 of 5 September 2025'),
('2026-06-18','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម សម្តេចព្រះវររាជមាតាជាតិខ្មែរ','King''s Mother''s Birthday','sub-decree 167 of 5 September 2025'),
('2026-09-24','ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ','Constitution Day','sub-decree 167 of 5 September 2025'),
('2026-10-10','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 167 of 5 September 2025'),
('2026-10-11','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 167 of 5 September 2025'),
('2026-10-12','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 167 of 5 September 2025'),
('2026-10-15','ទិវាប្រារព្ធពិធីគោរពព្រះវិញ្ញាណក្ខន្ធ ព្រះវររាជបិតាជាតិខ្មែរ','Commemoration Day of the King''s Father','sub-decree 167 of 5 September 2025'),
('2026-10-29','ព្រះរាជពិធីគ្រងព្រះបរមរាជសម្បត្តិ','King''s Coronation Day','sub-decree 167 of 5 September 2025'),
('2026-11-09','ពិធីបុណ្យឯករាជ្យជាតិ','National Independence Day','sub-decree 167 of 5 September 2025'),
('2026-11-23','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 167 of 5 September 2025'),
('2026-11-24','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 167 of 5 September 2025'),
('2026-11-25','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 167 of 5 September 2025'),
('2026-12-29','ទិវាសន្តិភាពនៅកម្ពុជា','Peace Day','sub-decree 167 of 5 September 2025'),
('2027-01-01','ទិវាចូលឆ្នាំសកល','International New Year''s Day','sub-decree 198 of 16 September 2026'),
('2027-01-07','ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍','Victory over Genocide Day','sub-decree 198 of 16 September 2026'),
('2027-03-08','ទិវាអន្តរជាតិនារី','International Women''s Day','sub-decree 198 of 16 September 2026'),
('2027-04-14','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 198 of 16 September 2026'),
('2027-04-15','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 198 of 16 September 2026'),
('2027-04-16','ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ','Khmer New Year','sub-decree 198 of 16 September 2026'),
('2027-05-01','ទិវាពលកម្មអន្តរជាតិ','International Labour Day','sub-decree 198 of 16 September 2026'),
('2027-05-14','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម ព្រះមហាក្សត្រ','King''s Birthday','sub-decree 198 of 16 September 2026'),
('2027-05-20','ពិធីបុណ្យវិសាខបូជា','Visak Bochea','sub-decree 198 of 16 September 2026'),
('2027-05-24','ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល','Royal Ploughing Ceremony','sub-decree 198 of 16 September 2026'),
('2027-06-18','ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម សម្តេចព្រះវររាជមាតាជាតិខ្មែរ','King''s Mother''s Birthday','sub-decree 198 of 16 September 2026'),
('2027-09-24','ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ','Constitution Day','sub-decree 198 of 16 September 2026'),
('2027-09-29','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 198 of 16 September 2026'),
('2027-09-30','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 198 of 16 September 2026'),
('2027-10-01','ពិធីបុណ្យភ្ជុំបិណ្ឌ','Pchum Ben','sub-decree 198 of 16 September 2026'),
('2027-10-15','ទិវាប្រារព្ធពិធីគោរពព្រះវិញ្ញាណក្ខន្ធ ព្រះវររាជបិតាជាតិខ្មែរ','Commemoration Day of the King''s Father','sub-decree 198 of 16 September 2026'),
('2027-10-29','ព្រះរាជពិធីគ្រងព្រះបរមរាជសម្បត្តិ','King''s Coronation Day','sub-decree 198 of 16 September 2026'),
('2027-11-09','ពិធីបុណ្យឯករាជ្យជាតិ','National Independence Day','sub-decree 198 of 16 September 2026'),
('2027-11-12','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 198 of 16 September 2026'),
('2027-11-13','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 198 of 16 September 2026'),
('2027-11-14','ព្រះរាជពិធីបុណ្យអុំទូក បណ្តែតប្រទីប និងសំពះព្រះខែ អកអំបុក','Water Festival','sub-decree 198 of 16 September 2026'),
('2027-12-29','ទិវាសន្តិភាពនៅកម្ពុជា','Peace Day','sub-decree 198 of 16 September 2026');
CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    programme TEXT NOT NULL,
    version TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    source TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    UNIQUE (programme, version, digest)
) STRICT;
INSERT INTO "pack" VALUES
(1,'literacy','2026-1',x'0caf7d4ba08a965f19373c6249b73725c824441bad746417406db93754f3ad47','# SPDX-License-Identifier: GPL-3.0-or-later
#
# Functional literacy: 4 to 6 months, ages 15 to 45, about the level of grade 3, a final examination.
#
# Not official. Lines marked "from memory" and "to confirm" must be compared with the programme''s own rules;
# then give the file a new version. Decimal values are written in quotes.

programme = "literacy"
version = "2026-1"
official = false
name = { km = "អក្ខរកម្ម", en = "Literacy" }

[[level]]
key = "grade-3"
name = { km = "ថ្នាក់ទី៣", en = "Grade 3" }

[[subject]]
key = "reading"
name = { km = "អំណាន", en = "Reading" }
also = ["អាន", "reading aloud"]
maximum = 10

[[subject]]
key = "dictation"
name = { km = "សរសេរតាមអាន", en = "Dictation" }
also = ["សរសេរ", "writing"]
maximum = 10

[[subject]]
key = "mathematics"
name = { km = "គណិតវិទ្យា", en = "Mathematics" }
also = ["គណិត", "maths", "math", "numeracy"]
maximum = 10

[[subject]]
key = "life-skills"
name = { km = "បំណិនជីវិត", en = "Life skills" }
also = ["អប់រំបំណិនជីវិត", "life skill"]
maximum = 10

[[period]]
key = "S1"
name = { km = "ឆមាសទី១", en = "Semester 1" }

# The mean of the four subjects. Schools also truncate, round to one decimal or rank without ties: change it here.
[averaging]
maximum = 10
rounding = "half-up"    # or "truncate"
decimals = 2
ranking = "ties-share"  # 1, 2, 2, 4; or "distinct"
pass-minimum = 5        # half of the maximum

[[band]]
letter = "A"
minimum = 9
name = { km = "ល្អប្រសើរ", en = "Excellent" }

[[band]]
letter = "B"
minimum = 8
name = { km = "ល្អណាស់", en = "Very good" }

[[band]]
letter = "C"
minimum = 7
name = { km = "ល្អ", en = "Good" }

[[band]]
letter = "D"
minimum = 6
name = { km = "ល្អបង្គួរ", en = "Fairly good" }

[[band]]
letter = "E"
minimum = 5
name = { km = "មធ្យម", en = "Average" }

[[band]]
letter = "F"
minimum = 0
name = { km = "ខ្សោយ", en = "Weak" }

# 80 % is what scholarships ask; the programme''s own limit is to confirm. A late arrival counts as present and
# half a day as half: to confirm.
[attendance]
minimum-percent = 80
late-present = 1
half-day-present = "0.5"

[ages]
from = 15
to = 45

# From memory: one unit for the whole programme. Its hours are not known and therefore not given.
[[unit]]
key = "literacy"
name = { km = "អក្ខរកម្មមុខងារ", en = "Functional literacy" }
subjects = ["reading", "dictation", "mathematics", "life-skills"]
minimum = 5

# From memory: title, statement and signer.
[award]
units = ["literacy"]
title = { km = "វិញ្ញាបនបត្រអក្ខរកម្ម", en = "Certificate of Literacy" }
statement = { km = "បានបញ្ចប់កម្មវិធីអក្ខរកម្មដោយជោគជ័យ", en = "has successfully completed the literacy programme" }
template = "certificate-completion"

[[award.signer]]
key = "head-of-office"
role = { km = "ប្រធានការិយាល័យ", en = "Head of Office" }
line = { km = "បានឃើញ និងបញ្ជាក់", en = "Seen and certified" }
','2025-10-26T02:00:00.000Z'),
(2,'primary-equivalency','2026-1',x'0a3db1c7ec98bce15551b5dc16a82d0c15ac0568b3b77cb93b07a4138b77fb0b','# SPDX-License-Identifier: GPL-3.0-or-later
#
# Primary equivalency (PEP, policy of 2008): 700 to 750 hours, 70 % academic and 30 % life skills, up to grade 6, in
# schools, learning centres and factories.
#
# Not official. Lines marked "from memory" and "to confirm" must be compared with the programme''s own rules; then
# give the file a new version. Decimal values are written in quotes.

programme = "primary-equivalency"
version = "2026-1"
official = false
# From memory: the programme''s Khmer title.
name = { km = "សមមូលបឋមសិក្សា", en = "Primary equivalency" }

[[level]]
key = "grade-6"
name = { km = "ថ្នាក់ទី៦", en = "Grade 6" }

# The subjects of primary school, each out of 10 with equal weight: to confirm for this programme.
[[subject]]
key = "reading"
name = { km = "អំណាន", en = "Reading" }
also = ["អាន"]
maximum = 10

[[subject]]
key = "listening-speaking"
name = { km = "ស្តាប់និងនិយាយ", en = "Listening and speaking" }
also = ["ស្តាប់-និយាយ", "listening"]
maximum = 10

[[subject]]
key = "dictation"
name = { km = "សរសេរតាមអាន", en = "Dictation" }
maximum = 10

[[subject]]
key = "composition"
name = { km = "តែងសេចក្តី", en = "Composition" }
also = ["តែងសេចក្ដី", "writing"]
maximum = 10

[[subject]]
key = "mathematics"
name = { km = "គណិតវិទ្យា", en = "Mathematics" }
also = ["គណិត", "maths", "math"]
maximum = 10

[[subject]]
key = "science"
name = { km = "វិទ្យាសាស្ត្រ", en = "Science" }
maximum = 10

[[subject]]
key = "social-studies"
name = { km = "សិក្សាសង្គម", en = "Social studies" }
also = ["social study"]
maximum = 10

[[subject]]
key = "home-economics-arts"
name = { km = "គេហវិទ្យា-អប់រំសិល្បៈ", en = "Home economics and arts" }
also = ["គេហវិទ្យា", "អប់រំសិល្បៈ", "home economics"]
maximum = 10

[[subject]]
key = "physical-education-health"
name = { km = "អប់រំកាយ-សុខភាព", en = "Physical education and health" }
also = ["អប់រំកាយ និងសុខភាព", "អប់រំកាយ", "physical education"]
maximum = 10

[[subject]]
key = "life-skills"
name = { km = "អប់រំបំណិនជីវិត", en = "Life skills" }
also = ["បំណិនជីវិត", "life skill"]
maximum = 10

[[subject]]
key = "foreign-language"
name = { km = "ភាសាបរទេស", en = "Foreign language" }
also = ["ភាសាអង់គ្លេស", "English"]
maximum = 10

[[period]]
key = "S1"
name = { km = "ឆមាសទី១", en = "Semester 1" }

[[period]]
key = "S2"
name = { km = "ឆមាសទី២", en = "Semester 2" }

[[period]]
key = "YEAR"
name = { km = "ប្រចាំឆ្នាំ", en = "Year" }
mean-of = ["S1", "S2"]

# Pass: at least half of the maximum. Schools also truncate, round to one decimal or rank without ties.
[averaging]
maximum = 10
rounding = "half-up"    # or "truncate"
decimals = 2
ranking = "ties-share"  # 1, 2, 2, 4; or "distinct"
pass-minimum = 5

[[band]]
letter = "A"
minimum = 9
name = { km = "ល្អប្រសើរ", en = "Excellent" }

[[band]]
letter = "B"
minimum = 8
name = { km = "ល្អណាស់", en = "Very good" }

[[band]]
letter = "C"
minimum = 7
name = { km = "ល្អ", en = "Good" }

[[band]]
letter = "D"
minimum = 6
name = { km = "ល្អបង្គួរ", en = "Fairly good" }

[[band]]
letter = "E"
minimum = 5
name = { km = "មធ្យម", en = "Average" }

[[band]]
letter = "F"
minimum = 0
name = { km = "ខ្សោយ", en = "Weak" }

# 80 % is what scholarships ask; the programme''s own limit is to confirm. A late arrival counts as present and
# half a day as half: to confirm.
[attendance]
minimum-percent = 80
late-present = 1
half-day-present = "0.5"

# From memory: which subjects make which unit. The hours are 70 and 30 % of the least the policy asks, 700.
[[unit]]
key = "academic"
name = { km = "ចំណេះដឹងទូទៅ", en = "General knowledge" }
subjects = ["reading", "listening-speaking", "dictation", "composition", "mathematics", "science", "social-studies", "foreign-language"]
minimum = 5
hours = 490

[[unit]]
key = "life-skills"
name = { km = "បំណិនជីវិត", en = "Life skills" }
subjects = ["home-economics-arts", "physical-education-health", "life-skills"]
minimum = 5
hours = 210

# From memory: title, statement and signer.
[award]
units = ["academic", "life-skills"]
title = { km = "វិញ្ញាបនបត្របញ្ចប់ការសិក្សា", en = "Certificate of Completion" }
statement = { km = "បានបញ្ចប់កម្មវិធីសមមូលបឋមសិក្សាដោយជោគជ័យ", en = "has successfully completed the primary equivalency programme" }
template = "certificate-completion"

[[award.signer]]
key = "head-of-office"
role = { km = "ប្រធានការិយាល័យ", en = "Head of Office" }
line = { km = "បានឃើញ និងបញ្ជាក់", en = "Seen and certified" }
','2025-10-26T02:00:00.000Z');
CREATE TABLE institution (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('school', 'clc', 'site')),
    -- For a site: factory, pagoda, prison, other.
    site TEXT CHECK (site IS NULL OR (kind = 'site' AND site IN ('factory', 'pagoda', 'prison', 'other'))),
    -- The code others know it by (EMIS or the province's), as text, where there is one.
    code TEXT UNIQUE,
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    village_code TEXT REFERENCES area (code),
    phone TEXT,
    closed_on TEXT
) STRICT;
INSERT INTO "institution" VALUES
(1,x'0199db4bc5007ae0a338e147e5e5f127','clc',NULL,NULL,'មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង','Ta Pung Community Learning Centre','មជ្ឈមណ្ឌលសិក្សាសហគមនតាពូង','tapongcomonitilaningcintri',x'279472ee749480ee7c9aa2d064eea2cea2a468948a03042782ce90da6c011e011e00e19e98e19e87e19f92e19e88e19e98e19e8ee19f92e19e8ce19e9be19e9fe19eb7e19e80e19f92e19e9fe19eb6e19e9fe19ea0e19e82e19e98e19e93e19f8d20e19e8fe19eb6e19e96e19ebce19e84','02020102',NULL,NULL);
CREATE TABLE educator (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('f', 'm')),
    institution_id INTEGER REFERENCES institution (id),
    contract TEXT NOT NULL CHECK (contract IN ('state', 'contract', 'community', 'volunteer')),
    phone TEXT,
    first_day TEXT,
    last_day TEXT
) STRICT;
INSERT INTO "educator" VALUES
(1,x'019a1e3e71007e87824b52e80afeffa0','ធី សាវី','Thy Savy','ធីសាវី','tisavi',x'2788d2030427a2ce9cd2010b010b00e19e92e19eb820e19e9fe19eb6e19e9ce19eb8','f',1,'contract','015033298','2025-11-03',NULL),
(2,x'019a1e3e7100782197974b59a417d3f7','សាន ចាន់ធី','San Chanthy','សានចាន់ធី','sancanti',x'27a2ce8a0304276ece8a88d2013ff52f06010e00e19e9fe19eb6e19e9320e19e85e19eb6e19e93e19f8be19e92e19eb8','f',1,'state','015916317','2025-11-03',NULL),
(3,x'019a1e3e71007f7586c85bffe0090713','ឱម កល្យាណ','Om Kalyan','ឱមកល្យាណ','omkalian',x'27a8ea94030427649aee96ce800145460c010e00e19eb1e19e9820e19e80e19e9be19f92e19e99e19eb6e19e8e','f',1,'state','077406575','2025-11-03',NULL),
(4,x'019a1e3e71007d0f9a810aeafef806cc','ស៊ន សុជាតា','Sorn Socheata','ស៊នសុជាតា','sonsocata',x'27a28a030427a2d872ce82ce0145f5310c010e00e19e9fe19f8ae19e9320e19e9fe19ebbe19e87e19eb6e19e8fe19eb6','f',1,'contract','086107303','2025-11-03',NULL);
CREATE TABLE learner (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- "0202-000123-O": office, number from a reserved block, ISO/IEC 7064 MOD 37,36 check character.
    number TEXT NOT NULL UNIQUE,
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('f', 'm')),
    -- "2004-03-12", "2004-03", "2004" or "~2004" (about).
    born TEXT CHECK (
        born GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' OR born GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
        OR born GLOB '[12][0-9][0-9][0-9]' OR born GLOB '~[12][0-9][0-9][0-9]'
    ),
    birthplace_code TEXT REFERENCES area (code),
    birthplace_text TEXT,
    village_code TEXT REFERENCES area (code),
    -- A village the gazetteer does not know, as it was written.
    village_text TEXT,
    phone TEXT,
    guardian TEXT,
    guardian_phone TEXT,
    ethnicity TEXT,
    home_language TEXT,
    -- Equity card (IDPoor): 1 very poor, 2 poor.
    equity_level INTEGER CHECK (equity_level IN (1, 2)),
    equity_valid_to TEXT,
    -- Washington Group Short Set: 1 no difficulty, 2 some, 3 a lot, 4 cannot. NULL: not asked.
    wg_seeing INTEGER CHECK (wg_seeing BETWEEN 1 AND 4),
    wg_hearing INTEGER CHECK (wg_hearing BETWEEN 1 AND 4),
    wg_walking INTEGER CHECK (wg_walking BETWEEN 1 AND 4),
    wg_remembering INTEGER CHECK (wg_remembering BETWEEN 1 AND 4),
    wg_self_care INTEGER CHECK (wg_self_care BETWEEN 1 AND 4),
    wg_communicating INTEGER CHECK (wg_communicating BETWEEN 1 AND 4),
    -- What a list said of a disability where the six questions were not asked.
    disability_text TEXT,
    schooling TEXT,
    leaving_reason TEXT,
    occupation TEXT,
    migration TEXT,
    -- The class a list named that no open class bears.
    class_text TEXT,
    note TEXT,
    consent_on TEXT,
    registered_at TEXT NOT NULL,
    CHECK (name_km <> '' OR name <> '')
) STRICT;
INSERT INTO "learner" VALUES
(1,x'019a1e3e710071fcaf106982351af95a','0202-000001-7','លឹម ចាន់រ៉ា','Lim Chanra','លឹមចាន់រ៉ា','limcanra',x'279ad4940304276ece8a98ce013ff52f45f53005010f00e19e9be19eb9e19e9820e19e85e19eb6e19e93e19f8be19e9ae19f89e19eb6','f','2009-03-27','02020207',NULL,'02020604',NULL,NULL,'ថាច់ សំបូរ','015578773','ខ្មែរ','ខ្មែរ',2,'2027-06-30',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ថ្នាក់ទី៤','ចំណាកស្រុក',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(2,x'019a1e3e71007eb0bbb6469fbc0f3ac1','0202-000002-5','ឃុន សុខជា','Khun Sokchea','ឃុនសុខជា','khonsokca',x'276ad88a030427a2d86672ce010d010d00e19e83e19ebbe19e9320e19e9fe19ebbe19e81e19e87e19eb6','f','2007-10-11','02020104',NULL,'02020104',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2027-06-30',1,1,1,1,1,1,NULL,'មិនដែលចូលរៀន',NULL,'អ្នកនេសាទ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(3,x'019a1e3e710077a88f9a3ca3f85d39e4','0202-000003-3','នួន ភក្តី','Nuon Pheakdey','នួនភក្តី','nonpakti',x'278adc8a0304279264ee82d2010d010d00e19e93e19ebde19e9320e19e97e19e80e19f92e19e8fe19eb8','m','1991-02-14','02020105',NULL,'02020402',NULL,'070421277',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','ចំណាកស្រុក','កម្មករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(4,x'019a1e3e71007176a86a9b0e54cb582c','0202-000004-1','អ៊ិន រិទ្ធី','In Rithy','អ៊ិនរិទ្ធី','inriti',x'27a8d08a03042798d086ee88d20145f5310d010f00e19ea2e19f8ae19eb7e19e9320e19e9ae19eb7e19e91e19f92e19e92e19eb8','m','1996-07-05',NULL,NULL,'02020204',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'មិនដែលចូលរៀន',NULL,'អ្នកលក់ដូរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(5,x'019a1e3e710076b78c8f04b8b5b0ffc2','0202-000005-0','ស៊ន មួយអ៊ីម','Sorn Mouyim','ស៊នមួយអ៊ីម','sonmoim',x'27a28a03042794dc96a8d2940145f53140f53106010f00e19e9fe19f8ae19e9320e19e98e19ebde19e99e19ea2e19f8ae19eb8e19e98','f','2001','02020201',NULL,'02020201',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ថ្នាក់ទី៤','សាលានៅឆ្ងាយ','កម្មករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(6,x'019a1e3e71007cc986b3e3f354783da7','0202-000006-Y','ឆន សាវឿន','Chhorn Savoeun','ឆនសាវឿន','consaven',x'27708a030427a2ce9ce08a010c010c00e19e86e19e9320e19e9fe19eb6e19e9ce19ebfe19e93','m','2000-09-24','02020704',NULL,'02020704',NULL,'070860832',NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2027-06-30',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'មិនដែលចូលរៀន',NULL,'អ្នកលក់ដូរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(7,x'019a1e3e71007a9da39d34f275852860','0202-000007-W','មុំ ចាន់ធឿន','Mum Chanthoeun','មុំចាន់ធឿន','momcanten',x'2794ed020304276ece8a88e08a0140f52f07010e00e19e98e19ebbe19f8620e19e85e19eb6e19e93e19f8be19e92e19ebfe19e93','f','2008-06-12','02020504',NULL,'02020504',NULL,'093296616','សាំង ដាលីន','016112552','ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ចំណាកស្រុក',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(8,x'019a1e3e71007ba5acc677f19c091899','0202-000008-U','ហេង ទិត្យ','Heng Tith','ហេងទិត្យ','hingtit',x'27a4e46c03042786d082ee96010d010d00e19ea0e19f81e19e8420e19e91e19eb7e19e8fe19f92e19e99','m','1996-01-22',NULL,NULL,'02021003',NULL,'086813834',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ថ្នាក់ទី៣','ចំណាកស្រុក','អ្នកលក់ដូរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(9,x'019a1e3e71007fe29d8f4bd5932c90a8','0202-000009-S','អៀង ភក្តី','Eang Pheakdey','អៀងភក្តី','angpakti',x'27a8e26c0304279264ee82d2010d010d00e19ea2e19f80e19e8420e19e97e19e80e19f92e19e8fe19eb8','m','2009-09-08','02020904',NULL,'02020904',NULL,NULL,'សាន ធារ៉ា',NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី២','សាលានៅឆ្ងាយ',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(10,x'019a1e3e7100747985a3fb0fe67e031a','0202-000010-5','ធន ម៉ាលី','Thun Maly','ធនម៉ាលី','tonmali',x'27888a03042794ce9ad20142f53007010c00e19e92e19e9320e19e98e19f89e19eb6e19e9be19eb8','f','2007-11-29','02020807',NULL,'02020807',NULL,'077861199','ឈិន ភក្តី',NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,3,1,1,1,NULL,'ថ្នាក់ទី៣','ចំណាកស្រុក',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(11,x'019a1e3e71007eb5a7e7e8693ab79480','0202-000011-3','យាន សុខុម','Yean Sokhom','យានសុខុម','yansokhom',x'2796ce8a030427a2d866d894010d010d00e19e99e19eb6e19e9320e19e9fe19ebbe19e81e19ebbe19e98','m','1986-06-04','02021005',NULL,'02021005',NULL,'077460430',NULL,NULL,'ខ្មែរ','ខ្មែរ',2,'2027-06-30',1,1,1,1,1,2,NULL,'ថ្នាក់ទី៣','ជួយការងារគ្រួសារ','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(12,x'019a1e3e7100718b9cc181d821a115c9','0202-000012-1','ជឹម ចាន់រ៉ា','Chim Chanra','ជឹមចាន់រ៉ា','cimcanra',x'2772d4940304276ece8a98ce013ff52f45f53005010f00e19e87e19eb9e19e9820e19e85e19eb6e19e93e19f8be19e9ae19f89e19eb6','f','1992',NULL,NULL,'02020103',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2027-06-30',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'មិនដែលចូលរៀន',NULL,'ជាងកាត់ដេរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(13,x'019a1e3e7100752db577edc2486b2146','0202-000013-0','សួន មករា','Suon Makara','សួនមករា','sonmakara',x'27a2dc8a030427946498ce010c010c00e19e9fe19ebde19e9320e19e98e19e80e19e9ae19eb6','m','2007-08-02','02021001',NULL,'02021001',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ជីវភាពខ្វះខាត','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(14,x'019a1e3e7100753ebd2d1c5829cbcb2b','0202-000014-Y','ធន បុប្ផា','Thun Bopha','ធនបុប្ផា','tonpopa',x'27888a0304278cd88cee8ece010d010d00e19e92e19e9320e19e94e19ebbe19e94e19f92e19e95e19eb6','f','2002','02020405',NULL,'02020405',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ចំណាកស្រុក','កម្មករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(15,x'019a1e3e71007497aa91840b1bbfbf1c','0202-000015-W','ហួត ចាន់ណា','Huot Channa','ហួតចាន់ណា','hotcana',x'27a4dc820304276ece8a80ce013ff52f06010e00e19ea0e19ebde19e8f20e19e85e19eb6e19e93e19f8be19e8ee19eb6','m','1996-02-16','02020410',NULL,'02020410',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី២','ជួយការងារគ្រួសារ','អ្នកនេសាទ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(16,x'019a1e3e71007c34ad33096e5e7a822b','0202-000016-U','ហេង មាលា','Heng Mealea','ហេងមាលា','hingmala',x'27a4e46c03042794ce9ace010c010c00e19ea0e19f81e19e8420e19e98e19eb6e19e9be19eb6','f','1999-08-16','02021006',NULL,'02020904',NULL,'070512877',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី២','ជំងឺ','អ្នកនេសាទ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(17,x'019a1e3e71007110860c6c880799a662','0202-000017-S','ហង្ស ហេងលី','Hang Hengly','ហង្សហេងលី','hanghingli',x'27a46ceea2030427a4e46c9ad2010e010e00e19ea0e19e84e19f92e19e9f20e19ea0e19f81e19e84e19e9be19eb8','f','1989-03-25',NULL,NULL,'02020403',NULL,'070272299',NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2027-06-30',1,1,2,1,1,1,NULL,'ថ្នាក់ទី២','សាលានៅឆ្ងាយ','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(18,x'019a1e3e71007bbb95420608d9d93ada','0202-000018-Q','ភិន ចាន់រ៉ា','Phin Chanra','ភិនចាន់រ៉ា','pincanra',x'2792d08a0304276ece8a98ce013ff52f45f53005010f00e19e97e19eb7e19e9320e19e85e19eb6e19e93e19f8be19e9ae19f89e19eb6','f','2007-03-23',NULL,NULL,'02020303',NULL,'081620762',NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2027-06-30',1,1,1,1,1,1,NULL,'ថ្នាក់ទី៣','ចំណាកស្រុក','កម្មករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(19,x'019a1e3e710074088e84065db061c436','0202-000019-O','អ៊ុក ស្រីពៅ','Uk Sreypov','អ៊ុកស្រីពៅ','oksripo',x'27a8d864030427a2ee98d290ec0145f5310d010f00e19ea2e19f8ae19ebbe19e8020e19e9fe19f92e19e9ae19eb8e19e96e19f85','f','2005-05-18',NULL,NULL,'02021002',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី២','សាលានៅឆ្ងាយ','អ្នកនេសាទ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(20,x'019a1e3e7100777b98ae4f0308d42768','0202-000020-1','លី សុខហេង','Ly Sokheng','លីសុខហេង','lisokhing',x'279ad2030427a2d866a4e46c010d010d00e19e9be19eb820e19e9fe19ebbe19e81e19ea0e19f81e19e84','f','2008-10-06',NULL,NULL,'02020304',NULL,'015311494','តេង សំបូរ','081438947','ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ជួយការងារគ្រួសារ',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(21,x'019a1e3e7100713785861f990be8c749','0202-000021-0','សុខ សុជាតា','Sok Socheata','សុខសុជាតា','soksocata',x'27a2d866030427a2d872ce82ce010e010e00e19e9fe19ebbe19e8120e19e9fe19ebbe19e87e19eb6e19e8fe19eb6','f','2002','02021003',NULL,'02021003',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ជំងឺ','ជាងកាត់ដេរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(22,x'019a1e3e710074c4927971ca8cf33981','0202-000022-Y','ស្រ៊ុន ភារុណ','Srun Phearun','ស្រ៊ុនភារុណ','sronparon',x'27a2ee98d88a03042792ce98d8800143f5310c011000e19e9fe19f92e19e9ae19f8ae19ebbe19e9320e19e97e19eb6e19e9ae19ebbe19e8e','m','1993-01-18','02020501',NULL,'02020902',NULL,'015602724',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី៣','សាលានៅឆ្ងាយ','កសិករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(23,x'019a1e3e71007302b7fab6231a19fbe4','0202-000023-W','យាន សុខលី','Yean Sokly','យានសុខលី','yansokli',x'2796ce8a030427a2d8669ad2010d010d00e19e99e19eb6e19e9320e19e9fe19ebbe19e81e19e9be19eb8','f','1999',NULL,NULL,'02021006',NULL,'093484954',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','ចំណាកស្រុក','កសិករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(24,x'019a1e3e71007b029d34cc45259bb875','0202-000024-U','ស៊ុំ ធីតា','Sum Thida','ស៊ុំធីតា','somtita',x'27a2ed0203042788d282ce0145f5310a010c00e19e9fe19f8ae19ebbe19f8620e19e92e19eb8e19e8fe19eb6','f','1991-09-18','02020803',NULL,'02020803',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,2,1,1,1,1,1,NULL,'ថ្នាក់ទី១','សាលានៅឆ្ងាយ','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(25,x'019a1e3e7100721b93a6d844dfa0bf8b','0202-000025-S','សំអុល វិបុល','Samol Vibol','សំអុលវិបុល','samolvipol',x'27a2ed03a8d89a0304279cd08cd89a010f010f00e19e9fe19f86e19ea2e19ebbe19e9b20e19e9ce19eb7e19e94e19ebbe19e9b','m','2000-06-21','02020406',NULL,'02021001',NULL,'015804210',NULL,NULL,'ចាម','ចាម',1,'2027-06-30',2,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','ជំងឺ','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(26,x'019a1e3e710075019a71f742cd9e7d81','0202-000026-Q','ស្រី ពេជ្រតា','Srey Pichda','ស្រីពេជ្រតា','sripicta',x'27a2ee98d203042790e472ee9882ce0110011000e19e9fe19f92e19e9ae19eb820e19e96e19f81e19e87e19f92e19e9ae19e8fe19eb6','f','2004-06-29','02020701',NULL,'02020701',NULL,'093414847',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,3,NULL,'ថ្នាក់ទី៣','ជួយការងារគ្រួសារ','កម្មករ','ទើបមកពីប្រទេសថៃ',NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(27,x'019a1e3e710079c9ba7a7dfe72bf4d04','0202-000027-O','ជា រតនា','Chea Ratana','ជារតនា','caratana',x'2772ce03042798828ace010b010b00e19e87e19eb620e19e9ae19e8fe19e93e19eb6','f','~2004',NULL,NULL,'02020501',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','សាលានៅឆ្ងាយ','ជាងកាត់ដេរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(28,x'019a1e3e710071af9d66ad87daca754a','0202-000028-M','សាន សោភ័ណ','San Sophorn','សានសោភណ','sansopon',x'27a2ce8a030427a2ea9280010c010c00e19e9fe19eb6e19e9320e19e9fe19f84e19e97e19f90e19e8e','f','1993-03-22','02020603',NULL,'02020603',NULL,'069472613',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,2,1,1,NULL,'មិនដែលចូលរៀន',NULL,'កសិករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(29,x'019a1e3e71007c279054b4c767efa119','0202-000029-K','ង៉ែត សំណាង','Nget Samnang','ង៉ែតសំណាង','ngitsamnang',x'276ce682030427a2ed0380ce6c0145f5300c010e00e19e84e19f89e19f82e19e8f20e19e9fe19f86e19e8ee19eb6e19e84','f','2011-06-19',NULL,NULL,'02020703',NULL,NULL,'ស៊ុំ រក្សា','070493892','ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,2,2,NULL,'ថ្នាក់ទី១','ជួយការងារគ្រួសារ',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(30,x'019a1e3e71007ae593f4c82861584839','0202-000030-Y','វង្ស ពុទ្ធា','Vong Puthea','វង្សពុទ្ធា','vongpota',x'279c6ceea203042790d886ee88ce010f010f00e19e9ce19e84e19f92e19e9f20e19e96e19ebbe19e91e19f92e19e92e19eb6','m','2002-08-09',NULL,NULL,'02020907',NULL,'010128561',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','ជីវភាពខ្វះខាត','កម្មករ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(31,x'019a1e3e71007aa2b08696f2630fddf3','0202-000031-W','អ៊ុំ ចន្ទ្រា','Um Chantrea','អ៊ុំចន្ទ្រា','omcantra',x'27a8ed020304276e8aee86ee98ce0145f5310d010f00e19ea2e19f8ae19ebbe19f8620e19e85e19e93e19f92e19e91e19f92e19e9ae19eb6','f','2005-07-24','02020703',NULL,'02020703',NULL,'092858429',NULL,NULL,'ខ្មែរ','ខ្មែរ',1,'2025-06-30',1,1,1,1,1,1,NULL,'ថ្នាក់ទី៤','ជីវភាពខ្វះខាត','ជាងកាត់ដេរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(32,x'019a1e3e7100728295924a15caf5bd5c','0202-000032-U','លាង ចាន់ធី','Leang Chanthy','លាងចាន់ធី','langcanti',x'279ace6c0304276ece8a88d2013ff52f06010e00e19e9be19eb6e19e8420e19e85e19eb6e19e93e19f8be19e92e19eb8','f','2011-12-28','02020301',NULL,'02020904',NULL,'086420043','គង់ ធារ៉ា',NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ជីវភាពខ្វះខាត',NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(33,x'019a1e3e7100773fa933956528682973','0202-000033-S','ផាន សុជាតា','Phan Socheata','ផានសុជាតា','pansocata',x'278ece8a030427a2d872ce82ce010e010e00e19e95e19eb6e19e9320e19e9fe19ebbe19e87e19eb6e19e8fe19eb6','f','2012-02-12','02020603',NULL,'02021001',NULL,NULL,'ហោ សុជាតិ','012079639','ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'មិនដែលចូលរៀន',NULL,NULL,NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(34,x'019a1e3e71007b399bd636a4708e3a75','0202-000034-Q','ប្រាក់ រតនា','Prak Ratana','ប្រាក់រតនា','prakratana',x'278cee98ce6403042798828ace0141f52f09010f00e19e94e19f92e19e9ae19eb6e19e80e19f8b20e19e9ae19e8fe19e93e19eb6','f','1998-11-02','02020410',NULL,'02020304',NULL,'093840286',NULL,NULL,'ចាម','ចាម',NULL,NULL,1,1,1,1,1,1,NULL,'មិនដែលចូលរៀន',NULL,'ជាងកាត់ដេរ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(35,x'019a1e3e710076d790366e0c45682c0d','0202-000035-O','សុន សុខហេង','Son Sokheng','សុនសុខហេង','sonsokhing',x'27a2d88a030427a2d866a4e46c010e010e00e19e9fe19ebbe19e9320e19e9fe19ebbe19e81e19ea0e19f81e19e84','m','1998',NULL,NULL,'02020505',NULL,'081924440',NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី២','សាលានៅឆ្ងាយ','មេផ្ទះ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(36,x'019a1e3e7100773593644aeeb675ca06','0202-000036-M','ហួត ស្រីនាង','Huot Sreyneang','ហួតស្រីនាង','hotsrinang',x'27a4dc82030427a2ee98d28ace6c010f010f00e19ea0e19ebde19e8f20e19e9fe19f92e19e9ae19eb8e19e93e19eb6e19e84','f','1996-01-25',NULL,NULL,'02020701',NULL,NULL,NULL,NULL,'ខ្មែរ','ខ្មែរ',NULL,NULL,1,1,1,1,1,1,NULL,'ថ្នាក់ទី១','ចំណាកស្រុក','អ្នកនេសាទ',NULL,NULL,NULL,'2025-10-26','2025-10-26T02:00:00.000Z'),
(37,x'019a6b7dd5007a3a8546daa83d19f8c6','0202-000037-K','ឡេង ចំប៉ា','Leng Champa','ឡេងចំប៉ា','lingcampa',x'27a6e46c0304276eed038cce013ff53005010d00e19ea1e19f81e19e8420e19e85e19f86e19e94e19f89e19eb6','f','1998-03-12',NULL,NULL,'02020402',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2025-11-10T02:00:00.000Z'),
(38,x'019a6b7dd50072f1800ea3c449690b8c','0202-000038-I','ឡេង សៅរ៍','Leng Sao','ឡេងសៅរ','lingso',x'27a6e46c030427a2ec98010b010b00e19ea1e19f81e19e8420e19e9fe19f85e19e9ae19f8d','m','2001-11-05',NULL,NULL,'02020402',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2025-11-10T02:00:00.000Z'),
(39,x'019a6b7dd50074afb65dfba1af7c81b0','0202-000039-G','ប្រាំង ម្លិះ','Prang Mlis','ប្រាំងម្លិះ','prangmlis',x'278cee98ed046c03042794ee9aed06010e010e00e19e94e19f92e19e9ae19eb6e19f86e19e8420e19e98e19f92e19e9be19eb7e19f87','f','1989',NULL,NULL,'02020403',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2025-11-10T02:00:00.000Z'),
(40,x'019a6b7dd500757e9a584abacac62451','0202-000040-U','ព្រៃ ចន្ទ','Prey Chan','ព្រៃចន្ទ','prican',x'2790ee98e80304276e8aee86010d010d00e19e96e19f92e19e9ae19f8320e19e85e19e93e19f92e19e91','m','1993-09-09',NULL,NULL,'02020401',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2025-11-10T02:00:00.000Z');
CREATE TABLE identity_number (
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    kind TEXT NOT NULL CHECK (kind IN ('birth_certificate', 'national_id', 'student_id', 'family_book', 'other')),
    number TEXT NOT NULL CHECK (number <> ''),
    PRIMARY KEY (learner_id, kind, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "identity_number" VALUES
(1,'birth_certificate','74886255'),
(5,'birth_certificate','10647209'),
(8,'birth_certificate','52898913'),
(8,'national_id','125429324'),
(10,'birth_certificate','50562781'),
(11,'national_id','903004164'),
(12,'birth_certificate','58278963'),
(13,'birth_certificate','67561873'),
(13,'national_id','521374597'),
(14,'birth_certificate','16364292'),
(14,'national_id','559055926'),
(15,'national_id','284493225'),
(16,'birth_certificate','50710886'),
(17,'national_id','286394924'),
(18,'national_id','052652606'),
(22,'national_id','098295833'),
(24,'birth_certificate','09322674'),
(24,'national_id','578849529'),
(26,'birth_certificate','61190462'),
(26,'national_id','641487353'),
(27,'birth_certificate','26691439'),
(30,'birth_certificate','54885481'),
(30,'national_id','907387947'),
(31,'birth_certificate','42552493'),
(31,'national_id','496846389'),
(32,'birth_certificate','09653996'),
(34,'birth_certificate','15611565'),
(35,'birth_certificate','55875210'),
(35,'national_id','537010403'),
(36,'national_id','289177981');
CREATE TABLE learner_photo (
    learner_id INTEGER PRIMARY KEY REFERENCES learner (id),
    jpeg BLOB NOT NULL
) STRICT;
CREATE TABLE learner_number_block (
    id INTEGER PRIMARY KEY,
    office_code TEXT NOT NULL,
    first_number INTEGER NOT NULL CHECK (first_number >= 1),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    next_number INTEGER NOT NULL CHECK (next_number BETWEEN first_number AND last_number + 1),
    UNIQUE (office_code, first_number)
) STRICT;
INSERT INTO "learner_number_block" VALUES
(1,'0202',1,999999,41);
CREATE TABLE class (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    pack_id INTEGER NOT NULL REFERENCES pack (id),
    level TEXT,
    institution_id INTEGER NOT NULL REFERENCES institution (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    -- ISO weekdays it meets on, ascending: '12345' is Monday to Friday.
    weekdays TEXT NOT NULL CHECK (weekdays <> '' AND weekdays NOT GLOB '*[^1-7]*'),
    session_minutes INTEGER NOT NULL CHECK (session_minutes BETWEEN 15 AND 720),
    open_entry INTEGER NOT NULL DEFAULT 1 CHECK (open_entry IN (0, 1)),
    capacity INTEGER CHECK (capacity > 0),
    multigrade INTEGER NOT NULL DEFAULT 0 CHECK (multigrade IN (0, 1)),
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed', 'approved', 'issued')),
    closed_on TEXT,
    CHECK (first_day <= last_day)
) STRICT;
INSERT INTO "class" VALUES
(1,x'019a1e3e710079a6a3511c1bc55713c3','អក្ខរកម្ម តាពូង ក','Literacy Ta Pung A','អក្ខរកម្មតាពូងក',x'27a864ee66986494ee9403042782ce90da6c030427640115011500e19ea2e19e80e19f92e19e81e19e9ae19e80e19e98e19f92e19e9820e19e8fe19eb6e19e96e19ebce19e8420e19e80',1,NULL,1,'2025-11-03','2026-04-30','12345',120,1,35,0,'issued','2026-04-30'),
(2,x'019a1e3e71007174b95d6531fc08377f','អក្ខរកម្ម តាពូង ខ','Literacy Ta Pung B','អក្ខរកម្មតាពូងខ',x'27a864ee66986494ee9403042782ce90da6c030427660115011500e19ea2e19e80e19f92e19e81e19e9ae19e80e19e98e19f92e19e9820e19e8fe19eb6e19e96e19ebce19e8420e19e81',1,NULL,1,'2025-11-03','2026-04-30','12345',120,1,35,0,'approved','2026-04-30'),
(3,x'019a1e3e710078c5af96e59aefad9b69','សមមូល តាពូង ក','Equivalency Ta Pung A','សមមូលតាពូងក',x'27a29494da9a03042782ce90da6c030427640111011100e19e9fe19e98e19e98e19ebce19e9b20e19e8fe19eb6e19e96e19ebce19e8420e19e80',2,NULL,1,'2025-11-03','2026-08-28','123456',210,1,35,0,'closed','2026-08-31'),
(4,x'019a1e3e71007b1798dceebb2e8fee26','សមមូល តាពូង ខ','Equivalency Ta Pung B','សមមូលតាពូងខ',x'27a29494da9a03042782ce90da6c030427660111011100e19e9fe19e98e19e98e19ebce19e9b20e19e8fe19eb6e19e96e19ebce19e8420e19e81',2,NULL,1,'2025-11-03','2026-08-28','123456',210,1,35,0,'open',NULL);
CREATE TABLE class_educator (
    class_id INTEGER NOT NULL REFERENCES class (id),
    educator_id INTEGER NOT NULL REFERENCES educator (id),
    PRIMARY KEY (class_id, educator_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "class_educator" VALUES
(1,1),
(2,2),
(3,3),
(4,4);
CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    class_id INTEGER NOT NULL REFERENCES class (id),
    first_day TEXT NOT NULL,
    last_day TEXT,
    leaving_reason TEXT CHECK (
        leaving_reason IN ('dropped_out', 'moved', 'transferred', 'work', 'illness', 'marriage', 'died', 'entered_by_mistake', 'other')
    ),
    CHECK (last_day IS NULL OR last_day >= first_day),
    CHECK ((last_day IS NULL) = (leaving_reason IS NULL))
) STRICT;
INSERT INTO "enrolment" VALUES
(1,x'019a1e3e7100743faedbd8ca9a0aba2d',1,1,'2025-11-03',NULL,NULL),
(2,x'019a1e3e71007a51b70c34c581e20907',2,1,'2025-11-03',NULL,NULL),
(3,x'019a1e3e71007c78a513b32b66e4403b',3,1,'2025-11-03',NULL,NULL),
(4,x'019a1e3e710076c3819e2d475998b057',4,1,'2025-11-03',NULL,NULL),
(5,x'019a1e3e71007237bc1d28c5e471f350',5,1,'2025-11-03',NULL,NULL),
(6,x'019a1e3e71007a7d94570be1205eada1',6,1,'2025-11-03','2026-01-01','illness'),
(7,x'019a1e3e71007979949684164dfea55c',7,1,'2025-11-03',NULL,NULL),
(8,x'019a1e3e7100754997402ab15272d904',8,1,'2025-11-03',NULL,NULL),
(9,x'019a1e3e71007e16b651cf235b65fe1b',9,1,'2025-11-03',NULL,NULL),
(10,x'019a1e3e7100747e8b4be69f8cca8f5e',10,1,'2025-11-03',NULL,NULL),
(11,x'019a1e3e710070fd9beaebfaa736aac6',11,2,'2025-11-03',NULL,NULL),
(12,x'019a1e3e71007f8a9a2b98df0dc643df',12,2,'2025-11-03',NULL,NULL),
(13,x'019a1e3e7100709aa34de6f20a0c9f1b',13,2,'2025-11-03',NULL,NULL),
(14,x'019a1e3e7100718398f70578bcd2c5ff',14,2,'2025-11-03',NULL,NULL),
(15,x'019a1e3e710072e4b5adfa265fed04de',15,2,'2025-11-03',NULL,NULL),
(16,x'019a1e3e710071c4a4262886cdcdec90',16,2,'2025-11-17',NULL,NULL),
(17,x'019a1e3e710077c2840653a3aea6bd96',17,2,'2025-11-03',NULL,NULL),
(18,x'019a1e3e71007e32ad76a1990114686b',18,2,'2025-11-03',NULL,NULL),
(19,x'019a1e3e71007896b61b89576ec65f8e',19,2,'2025-11-03',NULL,NULL),
(20,x'019a1e3e71007c50b01a579700d3b33c',20,2,'2025-11-03',NULL,NULL),
(21,x'019a1e3e71007fb791fc59bb54077742',21,3,'2025-11-03',NULL,NULL),
(22,x'019a1e3e7100724ea7785777271337ba',22,3,'2025-11-10',NULL,NULL),
(23,x'019a1e3e7100768fa85d8ce11dbdfc20',23,3,'2025-11-10',NULL,NULL),
(24,x'019a1e3e71007f93b67c57d2c7fbfe5d',24,3,'2025-11-10',NULL,NULL),
(25,x'019a1e3e710077c3ad1506e90ce6dff9',25,3,'2025-11-10',NULL,NULL),
(26,x'019a1e3e710071fb98c003b999d2eca4',26,3,'2026-08-28',NULL,NULL),
(27,x'019a1e3e7100753f92de4675e6f83fbd',27,3,'2025-11-10','2025-12-02','dropped_out'),
(28,x'019a1e3e710077d6bb17637f80ce4e19',28,3,'2025-11-10',NULL,NULL),
(29,x'019a1e3e7100718ba63866fd8b191679',29,3,'2025-11-10',NULL,NULL),
(30,x'019a1e3e71007e468398b8c7d37bf152',30,3,'2025-11-10',NULL,NULL),
(31,x'019a1e3e71007db99cb81ee157b248ec',31,4,'2025-11-03',NULL,NULL),
(32,x'019a1e3e710073cdb9c4abf0b09e225b',32,4,'2025-11-03',NULL,NULL),
(33,x'019a1e3e710070cd8e7ae65034f7e441',33,4,'2025-11-03',NULL,NULL),
(34,x'019a1e3e7100765ea5386dbdb1e35859',34,4,'2025-11-03','2026-06-01','moved'),
(35,x'019a1e3e71007543aa7a9b552568b486',35,4,'2025-11-03',NULL,NULL),
(36,x'019a1e3e71007fd0bcec101ae67d32c4',36,4,'2025-11-20',NULL,NULL),
(37,x'019a6b7dd50078dcb515e66c4c0d864d',37,4,'2025-11-03',NULL,NULL),
(38,x'019a6b7dd50070a1981cc30c0128df50',38,4,'2025-11-03',NULL,NULL),
(39,x'019a6b7dd5007f5c93c05de0b89ad844',39,4,'2025-11-03',NULL,NULL),
(40,x'019a6b7dd500745cb890cc7451e6d426',40,4,'2025-11-03',NULL,NULL);
CREATE TABLE class_day (
    class_id INTEGER NOT NULL REFERENCES class (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('taken', 'not_met')),
    reason TEXT,
    PRIMARY KEY (class_id, day),
    CHECK (state = 'taken' OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "class_day" VALUES
(1,'2025-11-03','taken',NULL),
(1,'2025-11-07','taken',NULL),
(1,'2025-11-10','taken',NULL),
(1,'2025-11-11','taken',NULL),
(1,'2025-11-12','taken',NULL),
(1,'2025-11-13','taken',NULL),
(1,'2025-11-14','taken',NULL),
(1,'2025-11-17','taken',NULL),
(1,'2025-11-18','taken',NULL),
(1,'2025-11-19','taken',NULL),
(1,'2025-11-20','taken',NULL),
(1,'2025-11-21','taken',NULL),
(1,'2025-11-24','taken',NULL),
(1,'2025-11-25','taken',NULL),
(1,'2025-11-26','taken',NULL),
(1,'2025-11-27','taken',NULL),
(1,'2025-11-28','taken',NULL),
(1,'2025-12-01','taken',NULL),
(1,'2025-12-02','taken',NULL),
(1,'2025-12-03','taken',NULL),
(1,'2025-12-04','taken',NULL),
(1,'2025-12-05','taken',NULL),
(1,'2025-12-08','taken',NULL),
(1,'2025-12-09','taken',NULL),
(1,'2025-12-10','taken',NULL),
(1,'2025-12-11','taken',NULL),
(1,'2025-12-12','taken',NULL),
(1,'2025-12-15','taken',NULL),
(1,'2025-12-16','taken',NULL),
(1,'2025-12-17','taken',NULL),
(1,'2025-12-18','taken',NULL),
(1,'2025-12-19','taken',NULL),
(1,'2025-12-22','taken',NULL),
(1,'2025-12-23','taken',NULL),
(1,'2025-12-24','taken',NULL),
(1,'2025-12-25','not_met','បុណ្យភូមិ'),
(1,'2025-12-26','taken',NULL),
(1,'2025-12-30','taken',NULL),
(1,'2025-12-31','taken',NULL),
(2,'2025-11-03','taken',NULL),
(2,'2025-11-07','taken',NULL),
(2,'2025-11-10','taken',NULL),
(2,'2025-11-11','taken',NULL),
(2,'2025-11-12','taken',NULL),
(2,'2025-11-13','taken',NULL),
(2,'2025-11-14','taken',NULL),
(2,'2025-11-17','taken',NULL),
(2,'2025-11-18','taken',NULL),
(2,'2025-11-19','taken',NULL),
(2,'2025-11-20','taken',NULL),
(2,'2025-11-21','taken',NULL),
(2,'2025-11-24','taken',NULL),
(2,'2025-11-25','taken',NULL),
(2,'2025-11-26','taken',NULL),
(2,'2025-11-27','taken',NULL),
(2,'2025-11-28','taken',NULL),
(2,'2025-12-01','taken',NULL),
(2,'2025-12-02','taken',NULL),
(2,'2025-12-03','taken',NULL),
(2,'2025-12-04','taken',NULL),
(2,'2025-12-05','taken',NULL),
(2,'2025-12-08','taken',NULL),
(2,'2025-12-09','taken',NULL),
(2,'2025-12-10','taken',NULL),
(2,'2025-12-11','taken',NULL),
(2,'2025-12-12','taken',NULL),
(2,'2025-12-15','taken',NULL),
(2,'2025-12-16','taken',NULL),
(2,'2025-12-17','taken',NULL),
(2,'2025-12-18','taken',NULL),
(2,'2025-12-19','taken',NULL),
(2,'2025-12-22','taken',NULL),
(2,'2025-12-23','taken',NULL),
(2,'2025-12-24','taken',NULL),
(2,'2025-12-25','taken',NULL),
(2,'2025-12-26','taken',NULL),
(2,'2025-12-30','taken',NULL),
(2,'2025-12-31','taken',NULL),
(3,'2025-11-07','taken',NULL),
(3,'2025-11-08','taken',NULL),
(3,'2025-11-10','taken',NULL),
(3,'2025-11-11','taken',NULL),
(3,'2025-11-12','taken',NULL),
(3,'2025-11-13','taken',NULL),
(3,'2025-11-14','taken',NULL),
(3,'2025-11-15','taken',NULL),
(3,'2025-11-17','taken',NULL),
(3,'2025-11-18','taken',NULL),
(3,'2025-11-19','taken',NULL),
(3,'2025-11-20','taken',NULL),
(3,'2025-11-21','taken',NULL),
(3,'2025-11-22','taken',NULL),
(3,'2025-11-24','taken',NULL),
(3,'2025-11-25','taken',NULL),
(3,'2025-11-26','taken',NULL),
(3,'2025-11-27','taken',NULL),
(3,'2025-11-28','taken',NULL),
(3,'2025-11-29','taken',NULL),
(3,'2025-12-01','taken',NULL),
(3,'2025-12-02','taken',NULL),
(3,'2025-12-03','taken',NULL),
(3,'2025-12-04','taken',NULL),
(3,'2025-12-05','taken',NULL),
(3,'2025-12-06','taken',NULL),
(3,'2025-12-08','taken',NULL),
(3,'2025-12-09','taken',NULL),
(3,'2025-12-10','taken',NULL),
(3,'2025-12-11','taken',NULL),
(3,'2025-12-12','taken',NULL),
(3,'2025-12-13','taken',NULL),
(3,'2025-12-15','taken',NULL),
(3,'2025-12-16','taken',NULL),
(3,'2025-12-17','taken',NULL),
(3,'2025-12-18','taken',NULL),
(3,'2025-12-19','taken',NULL),
(3,'2025-12-20','taken',NULL),
(3,'2025-12-22','taken',NULL),
(3,'2025-12-23','taken',NULL),
(3,'2025-12-24','taken',NULL),
(3,'2025-12-25','taken',NULL),
(3,'2025-12-26','taken',NULL),
(3,'2025-12-27','taken',NULL),
(3,'2025-12-30','taken',NULL),
(3,'2025-12-31','taken',NULL),
(4,'2025-11-03','taken',NULL),
(4,'2025-11-07','taken',NULL),
(4,'2025-11-08','taken',NULL),
(4,'2025-11-10','taken',NULL),
(4,'2025-11-11','taken',NULL),
(4,'2025-11-12','taken',NULL),
(4,'2025-11-13','taken',NULL),
(4,'2025-11-14','taken',NULL),
(4,'2025-11-15','taken',NULL),
(4,'2025-11-17','taken',NULL),
(4,'2025-11-18','taken',NULL),
(4,'2025-11-19','taken',NULL),
(4,'2025-11-20','taken',NULL),
(4,'2025-11-21','taken',NULL),
(4,'2025-11-22','taken',NULL),
(4,'2025-11-24','taken',NULL),
(4,'2025-11-25','taken',NULL),
(4,'2025-11-26','taken',NULL),
(4,'2025-11-27','taken',NULL),
(4,'2025-11-28','taken',NULL),
(4,'2025-11-29','taken',NULL),
(4,'2025-12-01','taken',NULL),
(4,'2025-12-02','taken',NULL),
(4,'2025-12-03','taken',NULL),
(4,'2025-12-04','taken',NULL),
(4,'2025-12-05','taken',NULL),
(4,'2025-12-06','taken',NULL),
(4,'2025-12-08','taken',NULL),
(4,'2025-12-09','taken',NULL),
(4,'2025-12-10','taken',NULL),
(4,'2025-12-11','taken',NULL),
(4,'2025-12-12','taken',NULL),
(4,'2025-12-13','taken',NULL),
(4,'2025-12-15','taken',NULL),
(4,'2025-12-16','taken',NULL),
(4,'2025-12-17','taken',NULL),
(4,'2025-12-18','taken',NULL),
(4,'2025-12-19','taken',NULL),
(4,'2025-12-20','taken',NULL),
(4,'2025-12-22','taken',NULL),
(4,'2025-12-23','taken',NULL),
(4,'2025-12-24','taken',NULL),
(4,'2025-12-25','taken',NULL),
(4,'2025-12-26','taken',NULL),
(4,'2025-12-27','taken',NULL),
(4,'2025-12-30','taken',NULL),
(4,'2025-12-31','taken',NULL);
CREATE TABLE attendance_month (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    marks TEXT NOT NULL CHECK (length(marks) BETWEEN 28 AND 31 AND marks NOT GLOB '*[^.PALpa]*'),
    PRIMARY KEY (enrolment_id, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "attendance_month" VALUES
(1,'2025-12','.......................A.......'),
(4,'2025-11','........................A.....'),
(5,'2025-12','.P.............................'),
(6,'2025-11','............P....A......P.....'),
(6,'2025-12','P........................P.....'),
(7,'2025-11','..................A...........'),
(7,'2025-12','......................P........'),
(8,'2025-11','............A.................'),
(8,'2025-12','A..............................'),
(10,'2025-11','....................A.........'),
(12,'2025-11','........................L..P..'),
(12,'2025-12','..........A......A.............'),
(13,'2025-12','................A.............A'),
(15,'2025-11','.........................P....'),
(16,'2025-12','..................P.....AP.....'),
(17,'2025-11','......A.......................'),
(17,'2025-12','...........A......A...L........'),
(18,'2025-11','............P.................'),
(19,'2025-11','..................PAA...PA....'),
(19,'2025-12','.P........A......P.............'),
(20,'2025-11','.......................A......'),
(20,'2025-12','...............P..P............'),
(21,'2025-11','...........P..................'),
(21,'2025-12','.A.............................'),
(22,'2025-11','...........PPA..L...P..p...A..'),
(22,'2025-12','.APPa..PAP....L.AAPP..ALA......'),
(23,'2025-12','P.....................P........'),
(24,'2025-12','...........L..P.A..............'),
(25,'2025-11','.............LA........P......'),
(25,'2025-12','.........L.....................'),
(27,'2025-11','.............P.....A..........'),
(28,'2025-11','...........P...........A......'),
(28,'2025-12','.......P..........A............'),
(30,'2025-11','..........................A...'),
(30,'2025-12','......................pA......P'),
(31,'2025-11','..P.......P...................'),
(31,'2025-12','.................P.............'),
(32,'2025-11','.......A......................'),
(32,'2025-12','........P......................'),
(33,'2025-11','.......A............p..A..p...'),
(33,'2025-12','........A.........p......PA....'),
(34,'2025-11','..........P..........A........'),
(34,'2025-12','..........P....................'),
(35,'2025-11','............P....p.......L....'),
(35,'2025-12','................APL............'),
(36,'2025-12','....P...........L..P...........'),
(37,'2025-11','..............P...........P...'),
(37,'2025-12','.P..A..........................'),
(38,'2025-12','...A.........................P.'),
(39,'2025-11','.................A.P.......A..'),
(39,'2025-12','...A...........................'),
(40,'2025-12','........................A......');
CREATE TABLE attendance_letter (
    letter TEXT PRIMARY KEY,
    mark TEXT NOT NULL CHECK (mark IN ('.', 'P', 'A', 'L', 'p', 'a'))
) STRICT, WITHOUT ROWID;
INSERT INTO "attendance_letter" VALUES
('ឈ','P');
CREATE TABLE score (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    period TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('mark', 'absent', 'exempt', 'cheating')),
    hundredths INTEGER CHECK (hundredths >= 0),
    PRIMARY KEY (enrolment_id, period, subject),
    CHECK ((state = 'mark') = (hundredths IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "score" VALUES
(1,'S1','dictation','mark',975),
(1,'S1','life-skills','mark',800),
(1,'S1','mathematics','mark',625),
(1,'S1','reading','mark',650),
(2,'S1','dictation','mark',575),
(2,'S1','life-skills','mark',400),
(2,'S1','mathematics','mark',525),
(2,'S1','reading','mark',400),
(3,'S1','dictation','mark',375),
(3,'S1','life-skills','mark',550),
(3,'S1','mathematics','mark',500),
(3,'S1','reading','mark',650),
(4,'S1','dictation','mark',775),
(4,'S1','life-skills','mark',800),
(4,'S1','mathematics','mark',875),
(4,'S1','reading','mark',875),
(5,'S1','dictation','mark',725),
(5,'S1','life-skills','mark',375),
(5,'S1','mathematics','mark',475),
(5,'S1','reading','mark',450),
(7,'S1','dictation','mark',550),
(7,'S1','life-skills','mark',475),
(7,'S1','mathematics','mark',325),
(7,'S1','reading','mark',675),
(8,'S1','dictation','mark',500),
(8,'S1','life-skills','mark',700),
(8,'S1','mathematics','mark',500),
(8,'S1','reading','mark',675),
(9,'S1','dictation','mark',825),
(9,'S1','life-skills','mark',600),
(9,'S1','mathematics','mark',600),
(9,'S1','reading','mark',700),
(10,'S1','dictation','mark',325),
(10,'S1','life-skills','mark',625),
(10,'S1','mathematics','mark',625),
(10,'S1','reading','mark',625),
(11,'S1','dictation','mark',825),
(11,'S1','life-skills','mark',475),
(11,'S1','mathematics','mark',875),
(11,'S1','reading','mark',475),
(12,'S1','dictation','mark',550),
(12,'S1','life-skills','mark',750),
(12,'S1','mathematics','mark',725),
(12,'S1','reading','mark',625),
(13,'S1','dictation','mark',700),
(13,'S1','life-skills','mark',675),
(13,'S1','mathematics','mark',850),
(13,'S1','reading','mark',675),
(14,'S1','dictation','mark',650),
(14,'S1','life-skills','mark',500),
(14,'S1','mathematics','mark',625),
(14,'S1','reading','mark',625),
(15,'S1','dictation','mark',775),
(15,'S1','life-skills','mark',800),
(15,'S1','mathematics','mark',850),
(15,'S1','reading','mark',1000),
(16,'S1','dictation','mark',950),
(16,'S1','life-skills','mark',950),
(16,'S1','mathematics','mark',900),
(16,'S1','reading','mark',900),
(17,'S1','dictation','mark',1000),
(17,'S1','life-skills','mark',1000),
(17,'S1','mathematics','mark',975),
(17,'S1','reading','mark',900),
(18,'S1','dictation','mark',350),
(18,'S1','life-skills','mark',250),
(18,'S1','mathematics','mark',125),
(18,'S1','reading','mark',225),
(19,'S1','dictation','mark',875),
(19,'S1','life-skills','mark',1000),
(19,'S1','mathematics','mark',825),
(19,'S1','reading','mark',775),
(20,'S1','dictation','mark',850),
(20,'S1','life-skills','mark',925),
(20,'S1','mathematics','mark',925),
(20,'S1','reading','mark',850),
(21,'S1','composition','mark',975),
(21,'S1','dictation','mark',700),
(21,'S1','foreign-language','mark',675),
(21,'S1','home-economics-arts','mark',975),
(21,'S1','life-skills','mark',675),
(21,'S1','listening-speaking','mark',625),
(21,'S1','mathematics','mark',700),
(21,'S1','physical-education-health','mark',750),
(21,'S1','reading','mark',750),
(21,'S1','science','mark',700),
(21,'S1','social-studies','mark',625),
(21,'S2','composition','mark',725),
(21,'S2','dictation','mark',675),
(21,'S2','foreign-language','mark',875),
(21,'S2','home-economics-arts','mark',900),
(21,'S2','life-skills','mark',600),
(21,'S2','listening-speaking','mark',625),
(21,'S2','mathematics','mark',950),
(21,'S2','physical-education-health','mark',925),
(21,'S2','reading','mark',975),
(21,'S2','science','mark',650),
(21,'S2','social-studies','mark',600),
(22,'S1','composition','mark',725),
(22,'S1','dictation','mark',800),
(22,'S1','foreign-language','mark',775),
(22,'S1','home-economics-arts','mark',825),
(22,'S1','life-skills','mark',775),
(22,'S1','listening-speaking','mark',750),
(22,'S1','mathematics','mark',975),
(22,'S1','physical-education-health','mark',925),
(22,'S1','reading','mark',700),
(22,'S1','science','mark',750),
(22,'S1','social-studies','mark',975),
(22,'S2','composition','mark',600),
(22,'S2','dictation','mark',850),
(22,'S2','foreign-language','mark',950),
(22,'S2','home-economics-arts','mark',575),
(22,'S2','life-skills','mark',625),
(22,'S2','listening-speaking','mark',950),
(22,'S2','mathematics','mark',575),
(22,'S2','physical-education-health','mark',650),
(22,'S2','reading','mark',800),
(22,'S2','science','mark',975),
(22,'S2','social-studies','mark',775),
(23,'S1','composition','mark',125),
(23,'S1','dictation','mark',350),
(23,'S1','foreign-language','mark',350),
(23,'S1','home-economics-arts','mark',400),
(23,'S1','life-skills','mark',200),
(23,'S1','listening-speaking','mark',300),
(23,'S1','mathematics','mark',100),
(23,'S1','physical-education-health','mark',400),
(23,'S1','reading','mark',75),
(23,'S1','science','mark',75),
(23,'S1','social-studies','mark',100),
(23,'S2','composition','mark',75),
(23,'S2','dictation','mark',250),
(23,'S2','foreign-language','mark',250),
(23,'S2','home-economics-arts','mark',175),
(23,'S2','life-skills','mark',400),
(23,'S2','listening-speaking','mark',75),
(23,'S2','mathematics','mark',200),
(23,'S2','physical-education-health','mark',400),
(23,'S2','reading','mark',250),
(23,'S2','science','mark',50),
(23,'S2','social-studies','mark',150),
(24,'S1','composition','mark',725),
(24,'S1','dictation','mark',825),
(24,'S1','foreign-language','absent',NULL),
(24,'S1','home-economics-arts','mark',875),
(24,'S1','life-skills','mark',750),
(24,'S1','listening-speaking','mark',675),
(24,'S1','mathematics','mark',750),
(24,'S1','physical-education-health','mark',725),
(24,'S1','reading','mark',750),
(24,'S1','science','mark',825),
(24,'S1','social-studies','mark',650),
(24,'S2','composition','mark',800),
(24,'S2','dictation','mark',875),
(24,'S2','foreign-language','absent',NULL),
(24,'S2','home-economics-arts','mark',750),
(24,'S2','life-skills','mark',975),
(24,'S2','listening-speaking','mark',725),
(24,'S2','mathematics','mark',975),
(24,'S2','physical-education-health','mark',950),
(24,'S2','reading','mark',800),
(24,'S2','science','mark',575),
(24,'S2','social-studies','mark',850),
(25,'S1','composition','mark',700),
(25,'S1','dictation','mark',750),
(25,'S1','foreign-language','mark',300),
(25,'S1','home-economics-arts','mark',300),
(25,'S1','life-skills','mark',400),
(25,'S1','listening-speaking','mark',600),
(25,'S1','mathematics','mark',650),
(25,'S1','physical-education-health','mark',225),
(25,'S1','reading','mark',625),
(25,'S1','science','mark',625),
(25,'S1','social-studies','mark',650),
(25,'S2','composition','mark',750),
(25,'S2','dictation','mark',950),
(25,'S2','foreign-language','mark',125),
(25,'S2','home-economics-arts','mark',375),
(25,'S2','life-skills','mark',325),
(25,'S2','listening-speaking','mark',675),
(25,'S2','mathematics','mark',850),
(25,'S2','physical-education-health','mark',325),
(25,'S2','reading','mark',925),
(25,'S2','science','mark',625),
(25,'S2','social-studies','mark',650),
(26,'S1','composition','mark',800),
(26,'S1','dictation','mark',850),
(26,'S1','foreign-language','mark',875),
(26,'S1','home-economics-arts','mark',650),
(26,'S1','life-skills','mark',700),
(26,'S1','listening-speaking','mark',925),
(26,'S1','mathematics','mark',950),
(26,'S1','physical-education-health','mark',700),
(26,'S1','reading','mark',750),
(26,'S1','science','mark',775),
(26,'S1','social-studies','mark',675),
(26,'S2','composition','mark',750),
(26,'S2','dictation','mark',825),
(26,'S2','foreign-language','mark',650),
(26,'S2','home-economics-arts','mark',750),
(26,'S2','life-skills','mark',825),
(26,'S2','listening-speaking','mark',950),
(26,'S2','mathematics','mark',925),
(26,'S2','physical-education-health','mark',700),
(26,'S2','reading','mark',600),
(26,'S2','science','mark',875),
(26,'S2','social-studies','mark',900),
(28,'S1','composition','mark',725),
(28,'S1','dictation','mark',800),
(28,'S1','foreign-language','mark',975),
(28,'S1','home-economics-arts','mark',750),
(28,'S1','life-skills','mark',825),
(28,'S1','listening-speaking','mark',675),
(28,'S1','mathematics','mark',900),
(28,'S1','physical-education-health','mark',575),
(28,'S1','reading','mark',725),
(28,'S1','science','mark',775),
(28,'S1','social-studies','mark',800),
(28,'S2','composition','mark',825),
(28,'S2','dictation','mark',650),
(28,'S2','foreign-language','mark',750),
(28,'S2','home-economics-arts','mark',750),
(28,'S2','life-skills','mark',750),
(28,'S2','listening-speaking','mark',575),
(28,'S2','mathematics','mark',775),
(28,'S2','physical-education-health','mark',950),
(28,'S2','reading','mark',775),
(28,'S2','science','mark',725),
(28,'S2','social-studies','mark',725),
(29,'S1','composition','mark',625),
(29,'S1','dictation','mark',900),
(29,'S1','foreign-language','mark',750),
(29,'S1','home-economics-arts','mark',925),
(29,'S1','life-skills','mark',925),
(29,'S1','listening-speaking','mark',725),
(29,'S1','mathematics','mark',875),
(29,'S1','physical-education-health','mark',600),
(29,'S1','reading','mark',600),
(29,'S1','science','mark',600),
(29,'S1','social-studies','mark',975),
(29,'S2','composition','mark',700),
(29,'S2','dictation','mark',725),
(29,'S2','foreign-language','mark',700),
(29,'S2','home-economics-arts','mark',700),
(29,'S2','life-skills','mark',675),
(29,'S2','listening-speaking','mark',850),
(29,'S2','mathematics','mark',900),
(29,'S2','physical-education-health','mark',700),
(29,'S2','reading','mark',700),
(29,'S2','science','mark',875),
(29,'S2','social-studies','mark',950),
(30,'S1','composition','mark',825),
(30,'S1','dictation','mark',750),
(30,'S1','foreign-language','mark',775),
(30,'S1','home-economics-arts','mark',675),
(30,'S1','life-skills','mark',675),
(30,'S1','listening-speaking','mark',725),
(30,'S1','mathematics','mark',975),
(30,'S1','physical-education-health','mark',875),
(30,'S1','reading','mark',575),
(30,'S1','science','mark',650),
(30,'S1','social-studies','mark',775),
(30,'S2','composition','mark',975),
(30,'S2','dictation','mark',775),
(30,'S2','foreign-language','mark',800),
(30,'S2','home-economics-arts','mark',850),
(30,'S2','life-skills','mark',975),
(30,'S2','listening-speaking','mark',900),
(30,'S2','mathematics','mark',600),
(30,'S2','physical-education-health','mark',900),
(30,'S2','reading','mark',950),
(30,'S2','science','mark',925),
(30,'S2','social-studies','mark',925),
(31,'S1','composition','mark',450),
(31,'S1','dictation','mark',250),
(31,'S1','foreign-language','mark',475),
(31,'S1','home-economics-arts','mark',575),
(31,'S1','life-skills','mark',300),
(31,'S1','listening-speaking','mark',550),
(31,'S1','mathematics','mark',425),
(31,'S1','physical-education-health','mark',325),
(31,'S1','reading','mark',300),
(31,'S1','science','mark',325),
(31,'S1','social-studies','mark',575),
(32,'S1','composition','mark',475),
(32,'S1','dictation','mark',575),
(32,'S1','foreign-language','mark',400),
(32,'S1','home-economics-arts','mark',375),
(32,'S1','life-skills','mark',450),
(32,'S1','listening-speaking','mark',775),
(32,'S1','mathematics','mark',375),
(32,'S1','physical-education-health','mark',375),
(32,'S1','reading','mark',625),
(32,'S1','science','mark',550),
(32,'S1','social-studies','mark',375),
(33,'S1','composition','mark',850),
(33,'S1','dictation','mark',775),
(33,'S1','foreign-language','mark',950),
(33,'S1','home-economics-arts','mark',875),
(33,'S1','life-skills','mark',675),
(33,'S1','listening-speaking','mark',700),
(33,'S1','mathematics','mark',825),
(33,'S1','physical-education-health','mark',775),
(33,'S1','reading','mark',800),
(33,'S1','science','mark',800),
(33,'S1','social-studies','mark',1000),
(34,'S1','composition','mark',800),
(34,'S1','dictation','mark',650),
(34,'S1','foreign-language','mark',650),
(34,'S1','home-economics-arts','mark',700),
(34,'S1','life-skills','mark',1000),
(34,'S1','listening-speaking','mark',950),
(34,'S1','mathematics','mark',700),
(34,'S1','physical-education-health','mark',850),
(34,'S1','reading','mark',750),
(34,'S1','science','mark',1000),
(34,'S1','social-studies','mark',750),
(35,'S1','composition','mark',825),
(35,'S1','dictation','mark',800),
(35,'S1','foreign-language','mark',550),
(35,'S1','home-economics-arts','mark',525),
(35,'S1','life-skills','mark',575),
(35,'S1','listening-speaking','mark',525),
(35,'S1','mathematics','mark',725),
(35,'S1','physical-education-health','mark',600),
(35,'S1','reading','mark',700),
(35,'S1','science','mark',575),
(35,'S1','social-studies','mark',850),
(36,'S1','composition','mark',750),
(36,'S1','dictation','mark',700),
(36,'S1','foreign-language','mark',900),
(36,'S1','home-economics-arts','mark',600),
(36,'S1','life-skills','mark',800),
(36,'S1','listening-speaking','mark',975),
(36,'S1','mathematics','mark',825),
(36,'S1','physical-education-health','mark',975),
(36,'S1','reading','mark',625),
(36,'S1','science','mark',775),
(36,'S1','social-studies','mark',750),
(37,'S1','composition','mark',575),
(37,'S1','dictation','mark',550),
(37,'S1','foreign-language','mark',750),
(37,'S1','home-economics-arts','mark',475),
(37,'S1','life-skills','mark',650),
(37,'S1','listening-speaking','mark',650),
(37,'S1','mathematics','mark',800),
(37,'S1','physical-education-health','mark',575),
(37,'S1','reading','mark',475),
(37,'S1','science','mark',500),
(37,'S1','social-studies','mark',650),
(38,'S1','composition','mark',475),
(38,'S1','dictation','mark',625),
(38,'S1','foreign-language','mark',775),
(38,'S1','home-economics-arts','mark',575),
(38,'S1','life-skills','mark',675),
(38,'S1','listening-speaking','mark',575),
(38,'S1','mathematics','mark',800),
(38,'S1','physical-education-health','mark',800),
(38,'S1','reading','mark',725),
(38,'S1','science','mark',850),
(38,'S1','social-studies','mark',800),
(39,'S1','composition','mark',875),
(39,'S1','dictation','mark',825),
(39,'S1','foreign-language','mark',850),
(39,'S1','home-economics-arts','mark',800),
(39,'S1','life-skills','mark',800),
(39,'S1','listening-speaking','mark',525),
(39,'S1','mathematics','mark',525),
(39,'S1','physical-education-health','mark',475),
(39,'S1','reading','mark',875),
(39,'S1','science','mark',700),
(39,'S1','social-studies','mark',700),
(40,'S1','composition','mark',675),
(40,'S1','dictation','mark',575),
(40,'S1','foreign-language','mark',750),
(40,'S1','home-economics-arts','mark',825),
(40,'S1','life-skills','mark',500),
(40,'S1','listening-speaking','mark',875),
(40,'S1','mathematics','mark',500),
(40,'S1','physical-education-health','mark',550),
(40,'S1','reading','mark',625),
(40,'S1','science','mark',625),
(40,'S1','social-studies','mark',800);
CREATE TABLE serial_block (
    id INTEGER PRIMARY KEY,
    office_code TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    first_number INTEGER NOT NULL CHECK (first_number >= 1),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    -- The next number never given; every number from here on is blank.
    next_number INTEGER NOT NULL CHECK (next_number BETWEEN first_number AND last_number + 1),
    UNIQUE (office_code, year, first_number)
) STRICT;
INSERT INTO "serial_block" VALUES
(1,'0202',2026,1,999999,9);
CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- "0202-2026-000001-K"
    serial TEXT NOT NULL UNIQUE,
    block_id INTEGER NOT NULL REFERENCES serial_block (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'spoiled', 'void', 'replaced', 'lost')),
    enrolment_id INTEGER REFERENCES enrolment (id),
    -- The signed code as printed in the QR; what it says never changes again.
    code TEXT UNIQUE,
    issued_on TEXT,
    template TEXT,
    template_digest BLOB,
    replaces INTEGER REFERENCES certificate (id),
    UNIQUE (block_id, number),
    CHECK (state = 'reserved' OR state = 'lost' OR state = 'spoiled' OR (code IS NOT NULL AND issued_on IS NOT NULL))
) STRICT;
INSERT INTO "certificate" VALUES
(1,x'019f1641350078ddb40084ad565f85e8','0202-2026-000001-X',1,1,'issued',10,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646Y96U5BD1F42KNNS:QINNSWEJQ7KNNSH5ND2KNNS$BN9EDB9DM-D9Z94WD-O0H+C6JD646+/6%965W5I9729D-ED5$C1ECNDFC8FNNSRQKV1KONSQPIW1KNNS4QJV1KNNSWEJZ7KNNS+9JK-C*$5Z36XW86JD8469%6C466W5D36/TCNF6VE612VD0JE63F6S1SKCLP6*V8YEAFJS5LJZP61KQNH-ZB$VL%KN32LM/MD4TUU0EFU$LG1NRI5M%$QY*SC*LKOFBJO2VKZT9XIGF0','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(2,x'019f164135007564861bc07756bd5972','0202-2026-000002-V',1,2,'issued',3,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646KF6D*AA8FNNSCVI23KNNS:QINNS19JV1KONSQPI12KNNS$BN$ D3%EM-DJ7AX C.PDC$C-O09ZD5JDOA7Y968464W5/P629D-ED5$C1ECNDFC8FNNSRQKV1KONSQPIW1KNNS4QJV1KNNSWEJZ7KNNS+9JK-CZ$5:97XW86JD8469%6C466W5D36/TCNF6VE6+:U%709+DX8KX V/%CYPB55UOLSF4AOXKQI8 RC0JT6OIVPFS/SG7OV*MLGD$QBZ0T.44K:JM3FYONF:5.0LU*UWK8%8QX6DE0','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(3,x'019f164135007ab88a8b4a502daa8c8d','0202-2026-000003-T',1,3,'issued',7,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W56466466L6-RAG8FNNSWEJ03KONS1/GNNSS-G+2KNNSCVIS7KNNSQPI43KNNSFQIM.D1%EO34 8DG/D59D8$C*+D4EC U0NF6E463W59%6*96K 0XVD7WEVKE+PCM.0RN3K2KNNS8DGZ7KNNS*IGC2KNNS8DGA2KONSQPIA2KZ21OW6C46Q34P81NF6TF63W59%69L65E18468461N1G+2W:EUZV UFCC8S8JLPTGLEEUS*%HFT5KPKD+MY-0./83NNPNK/:7Q2VE.B3/U0WP*5WAB83J35BELM4.7ITDRIRE-0L+LK','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(4,x'019f164135007db7a21dc9ca259e7297','0202-2026-000004-R',1,4,'issued',1,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646$Q6OGAG8FNNSZVJ/2KNNSJAJNNSS-G+2KNNSCVIS7KNNS4QJQ7KNNSK0NWJDYEDO34 8DE/D-BC4EC U0NF6F463W56L6UF6K 0XVD7WEVKE+PCM.0RN3K2KNNS8DGZ7KNNS*IGC2KNNS8DGA2KONSQPIA2KZ21-/6F%6O34P81NF6TF63W59%69L65E18468461N1/4ANZVP53W6W+2QL 7SF1/COQM5N*Q8ZKQ2O5SPJ*68RFRC3R45%$P*UA3OK4+V:NIA2I9WFGKUW/LT:ROED7%8YZGVKQ%6D','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(5,x'019f164135007b10aab70f9457a1075a','0202-2026-000005-P',1,5,'issued',5,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646NW675AG8FNNSO9KR7KNNS:QINNSWEJ23KNNSIKJK2KONS3PH.2KNNSZ9JPPD04EM-DNZ9D%EYED-O0H+C0UC646+8629D-ED5$C1ECNDFC8FNNSRQKV1KONSQPIW1KNNS4QJV1KNNSWEJZ7KNNS+9JK-CY$5-$6XW86JD8469%6C466W5D36/TCNF6VE643VXCBO0RM/I+%SDJ10UEJBG-%4:FIO1BEDKR7H%TV+LAF1KMEJ:F8WP2F*26:9FTM.OG8-GB+IHIU:00R53L9V:5OHB9*+D20','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(6,x'019f164135007afb883e62df3686f72d','0202-2026-000006-N',1,6,'issued',8,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W56466469%6Z%9A8FNNSAFKI7KNNSTVGNNS+JI-2KNNSN8IZ7KNNSLFJ.DD1$CU1D9UAAWE-O09ZD5JDOA79%67465W5QE629D-ED5$C1ECNDFC8FNNSRQKV1KONSQPIW1KNNS4QJV1KNNSWEJZ7KNNS+9JK-C/$5OQ6XW86JD8469%6C466W5D36/TCNF6VE6I:U$.2I PQEBYIHDNL4JJM941TKXB57HS-KKP08P+VSADC8AY+C6:DPB2K*FSH9U07KOJRE00KUMI24TAGMM.:RFB69$P.6L60','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(7,x'019f164135007591b8c6a8bb9baae304','0202-2026-000007-L',1,7,'issued',4,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646+/6IR9G8FNNSRQKR7KNNS3BN52K274C2KNNS3BN32KONSQPI42KNNS$BNC8DM-D$IAAWEKDFBEC U01A6LA73W5+/6B46K 0XVD7WEVKE+PCM.0RN3K2KNNS8DGZ7KNNS*IGC2KNNS8DGA2KONSQPIA2KZ21R47AL6N34P81NF6TF63W59%69L65E18468461N1.J8XU98G48+SU+73:E-G7UL9 4C%90A1S*U919TORTAOU2YMRCL9M3:VJV:T+JRK*U6GM76T2O1UOH**QY.P5NA/XG2AQ..6','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL),
(8,x'019f164135007ccb97ab3e37c0209ea6','0202-2026-000008-J',1,8,'issued',9,'SROK1:MXL3A9.L35OT:FCMF8RJENF6KF6NF6TF63W5646646Q471G9A8FNNSRQKH7KNNSTVGNNS19JV1KONSQPI12KNNS$BNS DCECU1DJ7AX C.PDC$C-O09ZD6JD646CA7F463W5W3729D-ED5$C1ECNDFC8FNNSRQKV1KONSQPIW1KNNS4QJV1KNNSWEJZ7KNNS+9JL-C.$5L962R86JD8469%6C466W5D36/TCNF6VE6R0V9KU2.21TTM/5NVI/.CNHGITPGO12:208O334 5CUDRD-A0IV6:9F9O+RO1B9/:CJIMC:C0H8B/A*%70B7ESMOCUGEHICA10','2026-06-30','certificate-completion',x'993fb789483537fccd208e3af39a8a300596cf820eea9464253c6cc9547ce533',NULL);
CREATE TABLE certificate_document (
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    copy INTEGER NOT NULL CHECK (copy >= 0),
    pdf BLOB NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    made_at TEXT NOT NULL,
    PRIMARY KEY (certificate_id, copy)
) STRICT;
INSERT INTO "certificate_document" VALUES
(1,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'4487afc2c1478a2b0d5a0c112bb04220e43b3852e95d09ea5ae01c82e30cc3b9','2026-06-30T02:00:00.000Z'),
(2,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'5e7b4f23d91884ab5c04e10ab65dd0dad99f49094bc2c29f0fecc13f9b8c828c','2026-06-30T02:00:00.000Z'),
(3,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'863ff58b3e0d888e1b8ad829e642c1b806844e0ae127ae3779c3fae123ac6f36','2026-06-30T02:00:00.000Z'),
(4,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'f81b26110b5e00af98775601ec791e0189b7796ffdfcf879349c082f46511a3f','2026-06-30T02:00:00.000Z'),
(5,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'5aa965f34cbfc7c3d1e8e7fa378cd1a91ec2de85d0a5f6a9495f08a5d8f3f5cb','2026-06-30T02:00:00.000Z'),
(6,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'8e7a7fa93c776d184821a3d3e1188f514775409db92117592336ee727f58c699','2026-06-30T02:00:00.000Z'),
(7,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'e34ae5f626d8315860851bbaff495eaff06b08494c6782855cfe584b2a9c77a6','2026-06-30T02:00:00.000Z'),
(8,0,x'255044462c206c656674206f7574206f66207468652064756d70',x'c3009a7f85c989ac6c7341feacb977dbaf9009169e5760bafe665e8e69308b40','2026-06-30T02:00:00.000Z');
CREATE TABLE certificate_event (
    id INTEGER PRIMARY KEY,
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('reserve', 'issue', 'reprint', 'duplicate', 'spoil', 'void', 'replace', 'lose')),
    reason TEXT
) STRICT;
INSERT INTO "certificate_event" VALUES
(1,1,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(2,2,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(3,3,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(4,4,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(5,5,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(6,6,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(7,7,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(8,8,'2026-06-30T02:00:00.000Z','sample','issue',NULL),
(9,1,'2026-06-30T02:00:00.000Z','sample','reprint','បាត់ដោយទឹកជំនន់');
CREATE TABLE award_approval (
    class_id INTEGER PRIMARY KEY REFERENCES class (id),
    approved_on TEXT NOT NULL,
    approver TEXT NOT NULL,
    role TEXT NOT NULL
) STRICT;
INSERT INTO "award_approval" VALUES
(1,'2026-05-31','សុខ សុភា','នាយកសាលា'),
(2,'2026-05-31','សុខ សុភា','នាយកសាលា');
CREATE TABLE award_list_row (
    class_id INTEGER NOT NULL REFERENCES award_approval (class_id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    PRIMARY KEY (class_id, enrolment_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "award_list_row" VALUES
(1,1),
(1,3),
(1,4),
(1,5),
(1,7),
(1,8),
(1,9),
(1,10),
(2,11),
(2,12),
(2,13),
(2,14),
(2,15),
(2,16),
(2,17),
(2,20);
CREATE TABLE built_return (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    period TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    content BLOB NOT NULL,
    signature BLOB NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    built_at TEXT NOT NULL,
    UNIQUE (period, version)
) STRICT;
INSERT INTO "built_return" VALUES
(1,x'019ae1f019007035879a1fba296d5867','2025-11',1,x'366ee2339ed0f61bcceef2cb8f8ad4d80be34ccb0571b92b61533a8178274d8b',x'28b52ffd0058350101bad5402949e08c6adb30cc30c30c1a7473a53c4482ad1c97da507f92a6e300b1fa6aaf3ee31811bfada0c8eb759b6dbfd330f651ec35224c86f8a885fb51a8894864bb1e8510e60c661826193804920284027c021c0a051b4090c1db262758db5c62cb1de6f33606c5db3efa309cc5a1edf147eb2885a1db66b7cdd269db06f8e064dbac3531934ab7e05e3a297df86e96430b31705fc45990c66dd40b3355883b2e9610c709f184b8827bc963a563b9abb56d62035b0c5fad07c01b136fb38c7cd096ebb81578d3e281b7413a2e36006f5a360bba1eee62cede0a78c32262b412016f387c7be475e86ed7d9ad734120cb7d3267016f5abc5d52127116040a7501ac7c3bc4b703a8e0db203ed79b1622c0bdc5db24decef06d120808defe509280fbc7b745bcade173b7e0aee26d8f07beedc1bd8337b4590e9750c14266008d7be0ed940f6ac6e9dce5802e47aeb8be5910973d8f33764f76cc85f4e55cb4651ae70cbe7f01886faf7c261a461a40bc2de2e3db1e2cde06f1121314906fa403cbc8ddb4a6e789b7396cf0768a7cccde8cbb5adf6dc4db1f086f974c583c11de1ec95a67108bb743504ade1e8dbc0d22e26d1696900fc5dbb083dbe5d80d8232f6c19a06e42e47ee5c2e12de6d0364bb8b84dcc5f773a926ec3a3267afac22e6a1268a594c5aaa463ba355dd5a71ae45515162b3ba28ed74a8ced591b752159de4545d58ed5816c69110b3377bad61217b813877f67217d8dd8edd362e775120c688897122c689192f68fca9372dc4b94888b3d67197e322e553334e88658dbb1b17abba28acaad3723cf26db5aea768b43ec62a3f7ae4b555468869a18be6f286c6316c3dd3a18cc12570d6b4ed843009eec96ee1baa371bad30af02d9429b805651750c5dba46f7f78bbd46144c9b73f6f3b8bb74378bb8564e26d37f17688b73f787b846bf8768ab7397cfbc4db2b1dbeade2c1db22bc9de26d166f8fbc0d411a7f41165f669c11de8ee6f1e48bf44ce30c823a944576bb48afb8807121e1c253b0b8a0091fa3b4fed22b6d95d1e31257db0b17f0e66acb695b016f46bcdd81b73d6c3a9439702c87bddb49d76920eeea5cf13ae302f0c63578b3e59c753a0abce9c04149486bbac39a8b38f8fe659a3094aa301333d5ab2de75446ca9a5725bbcb6dcc69aab3a256a518973b97f34e64b1ffab61f54427b298fb3471f8f6a8e4c43bd119cf589a93463a638ab73f2624784847c3999673ce29e7caace4247dbb1c77732e670b212638db7109ee117cbb54121139093170eb9c28a5afc85de78a948fc347a2d1d9d7194bccad675acb104d14e08ea2b54de3d84ec35c67ecf7f3d191b1060ec5c85d8e5c4da4101e06dfb600806a92d3820aa8e9297a5951ce0a56e853b3529535cdbf2c780da6f9d73465f0967c4a524a49e72e86312ef092b749df243f4edccffd581711e0ce52aa94c689e10b82ef6bebdccdb40505df267d2320b89be9ac89943c120dd338ce9edc8fd538ce82283af03629a4eb2ede364d83cb1d9eb56b7c3346241a5ceeb848219980e3aea7c396d322db611dbb1c3923825d8e0cd2a1ec05b8bb7320b97b282f80dd8d8dcc61131eedb9153c1080789ebb755cdc7171c7ade8b8387ab2fb00a50d9cd5dd6b9b71d7f8822e47064de0ace9ceed2aad3262cd3fbeedb14d104f886107f17d136f8f4c4c40b6cd5a9d2ff0e68335ccde0c6fb6cde20dde589d35066f5cc471034a1f74970b7d34cf05e31d17bb756cd3421cc7b0c59a836ea65d772ec7e5088ec12ec862ef34dfb6db71ec6a0dbb8eadeb10c725409ccd3c63ef6ec61c6bf663fd6e9ac76fa6fd83350edbf90476f147ebfc72d63bbfd905de9c7c7bf4816b644ee3a50f021207de361979f0f1e11e1c5020f8f68988d1b7494646a4f8494804de66f1e800c2e3db26df88918ace982565cb01115c744950e214a74829f598f267fc29330bb08313504aa585a1ae38e1eb84af13be4ef89a6134e16ba76d19ffe0906f8bf0095f277c9d30517a7ca4acccab56a961390bb08308fc4411f889d64acec983b747534e1ce2eccd2c380e711ad8419139a7e629cd539aa7344f85d03ca5794af35469d4a1e444ceafe2c72d73b4047ccba0135759d13c35354f4d8c9f307ec2f809e3278c9f307ec2f809e3a752068c9fbec697b54a8c9f2ca665170e0af9860fe3278c9fa81a5fc69772d2185fc697f1657cc90165145f5a6d6fd6c91ad7c81ad84196f832beccfc95f92bf357e6afcc5f99bf327f65fe02f9f6868fe412733e8d4fb30d0deca088b73b90be2ff357e6af093355f9f17940897fc59ff1f3f688137b331db2e01f9c13801d2c19e19fb74b3e60f848317ca4194f339e663ccd789af134e369c6d38ca72e91e1db2929b5ca8ca7a24d236b1cdb8b0176506584878ca7194f2fcc7559bc252ddeb278cbe22d8bb72cdeb2786b848a894ba44c314e072cb6da5e707bb308b0832921166f59bc1525774988a3fc161497208dbe2abf8a2f659c1f6c31c86a5cdf4f05ec2069c4db1f240a5f678c31fe8c335ec01bedb915f046d33804ca9c0199f3e00ddee00d0e8140b9e31209e08d866f8f700911f763b74de3c05c26006fb8cc69e06af0868482066ed739d6b4ade098026f482321be0bb21578532255ace0fb2ddce58042f852558cb42e0c951e1ecba257ec7824a5aac7a8caf9c9925485b12e0c3529493b545a14d5e1c88e7c4951fb95ad16c5c4abc24c4b468f6adeebb9eee470eefd0e76d5b724879a30946561648578427c415c55882196136209be6df2f14520f280b74b4a236f3b09c56bc5a998f55c5ba9fb55f5d8a73a971517ec625cee5cee75c6b0831814da3ad89139d8417d6fd649013a91c5f04600d8e98ef56060072f963b5a0731ac69408be95c3aceded90e4f76eeea4efb5cceefc9b75dfa08bb58f3cbf17c2125a898586cb78d062e8643d9e39ded0065145ab4cd32f08644a2d159cfda6fa7717e39b48fdb2c03df37d1d947bb1d1fac6158f35c2a858956adf584aa1c794303037610a4ca1aabaabae2d75ae5666fa652a96425a3a4a88faaa2b0cd228850929296455d555a1f7c0ff00fb607c00e82b0a42529b528b51a36e33897a8a455fc28ff1255801d5489334efad283e5abf8d55525286723a494d7755d1fe87c1a2fac65170597bca40788b7492ad364b38d4cc00425939ca4c7ac55864c3965adf5aaf583ad04d841d24a8d55fe34c99fe44ff227f993fc49fe247ffa2cf99376c13105ec604b8a08f993fce9bae69569edc23ff81e003be88104c4152f8aa2a80e2405d244a19c71ccb57ce06df8a848592fad97d64beba5f5d27ab962bd1ca9d64bcb69292515eba5f5525a568b07debcac2c94811d2c59d1a24fe953fa943ea54fe953fa943e9de44ffa5474318d1caa801d1ca14fe9d388996a0cd930aaf3a5cd380e6517b083a59228a3a428665e72565585e1ab51bd99c36a1c73390b414315ab182d49d220e547f956279451801d0cc940fd8cd4cf38a5f4906fc5a7629c920361c00eb2ac482a29fea2f88be22f8abf28fea2f88b92314e8abfb2d548f0ed948fe22f8abf2ccbb22c1affb21ba01016b5aa3a3da8f9327e55abbc5874398deb1c3a0076b0650444452b5a5d9859e3a4288fcfdb1f781f57ad92ba19e9a3283531549d737ef036cb357fca29caf407db5b6196384965d2195bbc5daad866018a3ca8a4d36b22a7530ecd6024000a0ab313002028d0340a4a3541edde1480015c502c34322e2a261a1289c4e19048441e0a4bc34814a5480863481253d4ab8301c456f67b7a06036554a8b4144edeff20550c0f46a1ce98e0a5ae9a334d7166942e1b01312db49aa5fca597a0fb0c5479db6ca3a5877779c8d4361d6553cb655cd0857662dda880a02171c358b7e6323812ddc005078d8ce30a19bd27645cba9ca69d54d439226599d015e8ce14547f16d8a38dd937370454ac190a3b4dcee7af743670a322bea6d2a42d1979e8ca99d45f94fec66e40444814d2bffe08d566543ca4015df92be8b2b775dac1d425196978b1d6661f5327b0a8e9af8a3c4469a01b07a428b0cfadc84d1cf7568084b9accace8c766ff466d0b7026b3eeb9f82200032fe039228e62edc62cadf0c5103bb21c314bc739aa0335fb2f46c4fe0bf28d573eae9596bb27b5363fc27b9a680725f8034e36a85728029c17a050d981de25552a54572bf18e4a76027ddec5b77ae0e6b28b8af94e54edee1dba4401d552ba473a496029c26733c53ee3ee96ec5119d55a1954e3445a99859d29df5b7de29be7d185868b78f4447d76d7afbf2fd9b297c356db97cdb996d74dd30421a110f2a723d40aab67d7a60640ba3682ffde51ff4c3d6b103e39c45e0a44faac4918c59c1d6bcbd438dbe36ef8d0c397634ac68c50f5c8381628ec5be2b7f8bd6a21419b8629769e801ee5c1a8417eb7c2bebe213df0e6d9d1dec735cc1a2154fbce83f1ee1585665668bdd3b7233d81d8ed7bc5b2b1bb363a6effec64d079e6f3a645b14f26b67328b6f824e94a2b4687bd715d6671d02022c7c4413e5f0e2f1b2b53b438ad6923f25e5d9a5c590893576daef82f782487292a2e3aa17a6431180bf80596c6c1c292fe918cd29b189edd530365b32c0503c8b8839a6c29ab31e48d6224ea6abb9641932b0d6d6760c2aab044c9df4dd203dd9e0c5c01282124c7cce8490e69899fbac3e17cdb433c0338c9995edd08210a02fa98301c182d0ee8e270839524bee35e538e083320bec12e15ea891a897a52c662bd4fe3ef07fba9a5ecbf73e4b699d30b2cf3a725d239dae88c0218cb81fc10e94f5b70d1d06d22ef85bfc03a42ff556fddecbeb8aa5932a0169846100db0b984acdcfe2d4632fa18de7e402515572b8c1288182b5609cbff63542a4a128852cdac70482ac30acd588c94443a887e8b18e620a59d3691b9f887dc3cecaaa3d8cd173d1de794e5bbd11b65b415319e1bacd7605b57b194a2405bddda2f7ae0501c74659533c6c0baae609a091b53fea7503c488447d26af7334e26366edd8e51f08a923296be12748433bbb202d58354dc2900d16cfca2dc8200debaed66abbdab11d20bf1d6c5f4ad59850e9e1bd2def4520f5705f11182994c9844742d68d466353eb3e0a0d647ffe06d8f04d6043c84c153e2efd3f23f4cb2a860ba9cf2ab25b19f1c899a4aa4215552a334594aeff73aa8e4aaaff505a1346ab4a727fa01d20a97096a9243614fb94346ec6e86eef5743518225290a54d014fbeedcb3d8707ad602856d48abdbb3e8ee3b970702559271084b9bf83849da15c48bc4e5037429c9694835557f21b575247d89b1b5b61a865454b6afbe4baa8a0d11baed45e1b89961d9b9fd68f44cfc9c99489f54bd0dcd4126d2aa6a0d15c1a860d41739596edf470a4be18830320e47b5bfe6fb3e59061f890656be1e7cb461494c989d8d2daa82158aa8aa7b1905bd9e07a40caa6d7e5c634fc12c2be3ad078181568adeca344b5193cd22a1abc957be0dd8732e829be6acff5502d966656547ab6775076ef75e6d642f8be33a695fa3e58a27c78a5ceaa7dd30d3f5f2ff10c6bae99d25a019c28f9a4a54f4ee0a11aed77fbd7adfb5138ddcd1c115cae96f935d50c73300e1b78ec3471a78a52c59c669a5f87b478aedea6d6b424996d77110c813df0e25169303685f61442f2246838ced6e47ecacf48c966c44b98058a4bdc57f61315ec16c82e5a64ba369b0f8b216a09967fa922402d7e0b6af4151c870c026400d877e65ea8193ee7d9b38b93939c34b267ec6cadd6f6cebc7f3292895aeb00c5ba7f96af2de5266f2aa1fdb7c966935f93eec63ebf4bee8aa353c63a379ca7a5ad2539e5fb148e41a83853890684590f7e2c6f75749eb0670cfb2c39e15db9d6f625aef3625df9236b175e0d4059cc8542382a53e304dd54e7e7950624827439e5c7028f64c7ae2e13ff45c8ee8fb7a2471c179d48dccb133d4932e2916cd1b6b7e71b2a32608a54bbaf2ef5de98bc7c252d39ac4d512ee8f3d193855092e3261b3097532ad09154f3197c002745e4a1468783bb87244636fd6aa7e833a267a5b43d468d903a53f5447e0ac655f1ebbf500cbf77c335ee1c4e049f3fda959a3b672273e3bde08e2030fb7fe6d79f4b329a674829ab02e857acd23ffecf7e084f63fa4ac23a28a3ec9f1abc6965ec0867f1e2a68caca3f348511804253f16befb3e22ec7075f13163c57025e53abab6180bbd86ad676a0e381821ff3545b63f5dd5251baccda64224605f1ba6afe075e6f845a2cdfbed502b0d7496428b2a3f710dbfdf15a20871137e3aa54322b50ef0d62f46bd3c9c349415f903a51d1ae25e1dd96e9f657fa6da258c7f95356ff6b7510aca9c205d04aaaef64f16e34c922022e3b89c538bca48863187314e5274b16cf5923e64e237d628173659db9db7aa12ba116207ffcea1de089383a28800c04df2f8b45cd695cc13318b369479c2c96829c08aaa54e1ec30b11a9baadbc80027b10590c7a3498bd1a2455e47050a4a0644858b19f4e2e6f510def8b7502b4891605c6ab1fe5a82f6263e7031e093df64a7023aa79767c0b2913ce29432a083cd67261e83dbd988560f41a51a89469f859459b42c607b7a99c58ec8204c427ef206e5652bc358207a718d07b9e11e8ec994ef9d1ef2ca11df871889f66caeca7969ff99b9f8ec865911713f10d63aea37e83a5ca4730ccd2c6488fe305e82f9e6532c06e05a0fd3b685b6344246eaae46db2ad237e9457be9d35294f524a1f6be727bd7cac01816789897185cde35f6668fcb48026fb5f0b451cc8fc6778fd82a7a7ae51dc1064b9498ec099c3884bf99114cf8682a059958c89adc3e7deb53c5e089231ec362e53d11ce5c32cf9b166b455c1c266c1442053dce05b4c72026c368151014611ea4aed223fa4589b8fcb098b011057ba13262dbbfc7296ced232f76f003bc3f4449451f6c2ebeb3d7919f436ae292b0479c7cf9f623567c047aa296c53cc2cd9876b7f93ca496340ce1cbc9c1135b846ea5b38f795c603e686cf03c57ea468fb0b0b0e19cc5e070ebd4e502f06bf522e05220fd6454f9ce9822b8dc73a137ce0747dfb848d7a058620c435040802c282657cbaa03f5ffc71d60804521244912e3731719bd5a4dcf59509ebc7f9acf529e118da5c523e005e517d5bee359b10de2d613d4d9619019f16b3284b3ec2c56e82be21ae475b0e9e3807983ac29ab8d5e6ff38f16c48601c8432f1ca3d3ce06f2e08df55523411b634a667b0702303ee76ff1cb8667ebc65152c1126d252d2a237fb098768c04ae3666da28e48d0b044d5a1881c3377ee020a8389943c17d933a37b70be7428e6675606e922bc2512d8ac935c35c8ffb5a5c96cfe2e7ed3b9060c9ec3dd31a5bdd02e696c2f2f000b66b5b4965b91b52169fa659654c0465671c027d8db0ac880f156a8298cb6a1690578834cecb5154dd03e12dabf925f9ce2054a9dca51125d948f7896eeb1001c255353214db3899a5015388c852eda574829ab74fa27f756859bc4c850971553317bf2edca82595667877a6830a3dc54ac904e95293d70907d5ac0fa25a6f6673e067a402ffad05246c7c567df1bcca9f2ee6e65d288a52d1efb0a11d8168daaddc709146c59d889e68ed80230642e57570e3cf66b2dac7bd0c5329b1554a04cfeec1d5b7f39f5135b4beb7e18424b6e96f731e6deae92251c50aab141750540aa95934f57fed1cc5191cfdec540ed06f871ccecbe079d6d9a1fc5d04035a87b76603d71c76f96d5edd714b29458c6f5d468cea8f8c5216e12dbeed09265fa334a702cb0759504921402b512cb0364eb2cd2cceab4091e741e7df6b4b4ae5ed495186ddd0aed03d15b1f80536879f2d5bfe4a610e36f8cf21f28157ff94ee0c303b821ed1c64d2b08b104fcdd267e3f313282245599c70151bbba1228b60353e153caa86c4c98ce186c4d8462412c5b8fc628c274fafa794a678456711cfe7010f09153990a12182a68fc58180ce227bf338aa3da67e821b87f9206af5861a16630eab72461472964291df4e4ee650021712f4306d0209503a19cfc50bf7a4bd70970ab0c3fc46fdd1816624122d07a92c881f4d6b632bedcc1cf50fb2c71051e1387499115104a5cdf42f2782a94a1daeed4da5e526626eb8a05eccd65b25bb0f5efdd215f6a173e9ceded1ec6488283486c1626d96d4a3f516b767f7f3903cd2d24add4aeab993e323c224fe7d4fff7466b49435a09c728419c85e5b70e0c71e25d3ea1155431cc70cb9449cf407a793899648531debf3170984ca1d3fed85733dd87d68c44166c78c42dceb593e59de86f45cc6a70f05b2fab7fb2c6102e37e37f0d35f7b9840d605811a30973f73054c2f51d60dce54d7b281f66f82f8462c442b785a02886d8efd2324b36714bcab7ac50fe9ca14bf110d91fc10ff63d28943da80f24379f6c81319022e41932dd52a64148d7fa7afc6c91308dfd495863932bf913b424ac1b2ab19d0a961c1faeea03f8aae602807731bd5df46c54ba007d1ba83b133e7d4d64dd83b313b82849b159ad1e3951dad8c0369520fb025f850cc1f172b6a455f5dd4922038670c3db5ae497d544105167b7f3cb94627e10143e7c71be5e5771f6022a131a70546aa68b9690b35c3ffac21691276a3948346b21efd87543683db3e6922bb101bac6bfcab550328c2d09e556beacd42f7165136f02b1355afaf13350391860bd03813c2642f7ea7d4801e8373fe080a7ffbdf263fe5924e176b4cf516430251b5715e64fa859710e246cda4293ac3a2b6bf190ad406368e903ea55789d41966a9fea456bace76e4d94bd1d414390dcf7dbb2e8cff7acead230e7815fbf11ee1f58f22b17a50b841ba2842f23a860e2a03c81286da7750e7a9883fd0ca5d56fd760edf8f6e20e448b191564b72d7ac87bdcdccb4bf2671b4ead421c522e6072297c03eb5570c9ac615f819c6564836cc49cc7f751f84d8d6b86b5335bfce7f304809565871ad07c5c3bddddef76cb715faf1844b611ecab45f5143d3bba8154356943b7668f6726a37cb010acb5a56e57d034f90f81243f768a926d897972d3b48008c9ee3eedbb257c112db96b5400c4ac9479798e0a4cd2a514495f612d655b7f82e2185245010293f12301d3db1f6c246892831be1cfe84e2251c416ea67f84d25b3e1ff511c8b199c1632560671e66d76c8264359c177384e20d560318d4911cdd221350b673428b2a7c40de13bea95fc3a39cd9ab0cd0e871ee3d38caeb659ff932ed7f29ceb3f9829a4a76079d45bad98d2a40929cc0e7c33be65929c704d9985b589e08207a78c3c2e79d4400b0ce661dafecca70512df80861e856e68081cee4420372610384b8ab32690131e77bb1063526cbb209422c0b9836384ab19af630770ecf519d661d82e05c267895c01e65fdf789d327762e1254bfa7c108d9084004413ea905a81b1d2049535438f5b7d159d3afa54485a6e9491fdec66f76eacc8f7f669228df0b43ae253d479268828827b196813615cc2ceea4a689de620591a67dcacfdbb892c29ac49b5c8f4f14a46f096d6874a769c6e22707614b1aa688516a1a995c0d2f4cc80451907aa8a0b132d3a569698238cabb1419867d17194be487c417fc92582545866c4a02ba3bea01732747a07c2a32b45da371b3299d226df79a3d1a14b900a99450a40a2704a298a8722e0a5c3adf9289a4d651e56c9638612a5a1aba3e706520c6476380028093990cadab680b639096eaf85d531098ec611de314de814b198a2d526f0c941ca71beef04bd1c771e0ae479525e398a8af3e3dc2012b1caf53184a321f8d30dc8d6bf2b93670b2ceb5fd9b84a40693e65dc64f53a9b32f128c7125ca78fd3e452619e0e824c055eecd0a79a3a0126d68616685a4c9ee13275f801dc31ea5380327bfad7d030413c0ee5914703b33e30a0aed975f336eccf429806701b3185e6bc36c983818b3104ac61b066c2a8449a631be132bbce23ad1d3959a7230456799ba3a6595656aa475495f326d327bdb59af9fbe725c1204adc6164d82c640f2050ba96fbaa28dbf6c1d90237b7fe4d1a5c0a33b0a9d188c17611c2fcc4bfa56b53374a4fc46eb0dbda1ed347c32bb89bedbd74f9dcd1e50ba04cb42f8625191e2acc45820fa3f5bc42424351873dedd7d924af9fbda833043e005aade3ad17387f54f926e2628fd51055969bb7c8856dd7d833a767bd25526e4eff6a61fdd9a611117036eb8f589ed92968fc947b68e5d17d1d543f58bcd2168ec3b4bef41e418e1ea87e70c82501974d0a355adc39f0d1e722125a409c85b2179dc8cab12dda33348b7c34f9e9291d9bd68e538bf502dd5c2e20c4e53f7fe7a533f813161b5aa25512da97fd65f24da82e867cb4ac6365d1db1c46cb458495aaa6adf6810d92f1f1422474286dd0c9d5d26f678098234699361685549467a137434d4b319a773660db4699524361e79546e6835c410e0da1877d4ff63dd0b31f147d4b8a81bd96c9ad38c212207c0e84ab8e761a0c8456ee2004a29130cd4e46d13a4c3e65d033a8e8fe64c85319e1dca15a985c951f885be0701f52f230cd41204af5a771cc5f740986517746ae52878d8869862728d2ae641e502226adc33955fb4962cca3f6a05c84a15a5518c75c408787d87bd3e3a4fe0089b68e342d8b0c4776fa0daeb630041e90ee4d84a035ad9df4355f83646eddf46610c93676b1a1f987b255aa25e354a0073a22524e1380a56aeabccda39e2b917be40e4ec790be4b7303521ba054d1273a5da6d48150860e6e9585abf38d24c3d530d94bffda366d78bb8d26c6d6a54ac58e24df5184b15ee8545a594109e4486d2e29d34f0a3b504d471bc8ed9e6972e32e4e1906150eb482b3a9d2b93f68014612df9951d1be11b6cf126d8bbeb2ed06a04cbfe1f1e8898ea8fc002af7c45ac2fe02cb73d92a42614e00e7f4faea051c8c9e999a416edd5249af1050e6b42d432f2f31a1f40a367640a31d262f734881f3c1fa25e085baf3a2134e9926dd567c2d99a727507781b05517399d1e2ef1c68a777da0be38ef7e39c2fdc2360e48f3d4f522caa8ce902d47e0aae8060456233177f38cfb346eb5590a4348d2884229ad77152fb9a0571c574c2147a1cea9f0fd11a9d2408f0714843d2ae01e2074a6cb6f402949e019e4006ba7185c519447c8732eb79a0fc2b888454c32cf91541ef55677cfc8274fb99056e44d012371b8a4f788f0c66dd2487018a0bd9bf001c1824ec3c0d95509ef17d21649cf8fc23ce2f4cdf90eef4c1b038e0854ae317686ead27eb02adb5d23b8f30ffd8b71cad6ca06833d64de11e144be5bb0c6dea756f56e541ff5ca07ddc15a3b4ff91e41b14eab9314d3bfeb3de45d7deb07e9d36c02715202421ee4861e4a09a5a2f50d81a01716e563d9555352db113c374bd16b18e14cec041150a48d8d19e6f5e03c4bdbdaac50ce8d2f1ec7be21af1fd4a9f263d3e16154f8c6884b98af2b3ab7ae1470af8cdd5e02fdaf6fdd748d439a04b8d1d0a1cabee65dd51d905381e77fc01',x'9ca2887959d3076d59071294b4e3d77e37606b58a939673b469cc21c2f9bae08b71310587527e1d8b90a44cc2beef12764123665ad84e694e732176bc837ab00',x'f61b96e9a261bb42','2025-12-03T02:00:00.000Z');
CREATE TABLE pinned_key (
    office_code TEXT PRIMARY KEY,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    pinned_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE received_return (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    verdict TEXT NOT NULL CHECK (verdict IN ('verified', 'edited', 'unsigned', 'wrong-key', 'damaged')),
    -- What the signed text says of itself: nothing where no signature vouches for it.
    uid BLOB CHECK (uid IS NULL OR length(uid) = 16),
    office_code TEXT,
    period TEXT,
    version INTEGER CHECK (version >= 1),
    key_id BLOB CHECK (key_id IS NULL OR length(key_id) = 8),
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    generation INTEGER,
    audit_rows INTEGER,
    audit_head TEXT,
    content BLOB,
    -- Edited cells, and what was written into cells left open: a line each, its fields apart by tabs.
    cells TEXT NOT NULL,
    answers TEXT NOT NULL,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'replaced', 'rejected')),
    decided_at TEXT,
    reason TEXT,
    CHECK ((verdict IN ('unsigned', 'damaged')) = (office_code IS NULL)),
    CHECK ((office_code IS NULL) = (content IS NULL)),
    CHECK (state NOT IN ('accepted', 'replaced') OR verdict = 'verified')
) STRICT;
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('learners', 'attendance', 'scores', 'institutions', 'classes')),
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    actor TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    same INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    review INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT
, head TEXT, taken_from INTEGER REFERENCES import (id)) STRICT;
INSERT INTO "import" VALUES
(1,x'019a6b7dd500744a92073ab6fc2c355c','learners','new-learners.csv','',3,x'85e7dfa1867c6c690c78b62bdf415189dd20bc74fb8496672839e2264a22108a','sample','2025-11-10T02:00:00.000Z',4,0,0,0,3,x'54240100000000000000000000000000000000000000000000000000000000000000000000006c6561726e65720012000100000000000000280410019a6b7dd500757e9a584abacac62451030d303230322d3030303034302d550319e19e96e19f92e19e9ae19f8320e19e85e19e93e19f92e19e91030950726579204368616e0318e19e96e19f92e19e9ae19f83e19e85e19e93e19f92e19e91030670726963616e042a2790ee98e80304276e8aee86010d010d00e19e96e19f92e19e9ae19f8320e19e85e19e93e19f92e19e9103016d030a313939332d30392d3039050503083032303230343031050505050505050505050505050505050505050505050318323032352d31312d31305430323a30303a30302e3030305a12000100000000000000250410019a6b7dd5007a3a8546daa83d19f8c6030d303230322d3030303033372d4b0319e19ea1e19f81e19e8420e19e85e19f86e19e94e19f89e19eb6030b4c656e67204368616d70610318e19ea1e19f81e19e84e19e85e19f86e19e94e19f89e19eb603096c696e6763616d7061042d27a6e46c0304276eed038cce013ff53005010d00e19ea1e19f81e19e8420e19e85e19f86e19e94e19f89e19eb6030166030a313939382d30332d3132050503083032303230343032050505050505050505050505050505050505050505050318323032352d31312d31305430323a30303a30302e3030305a12000100000000000000260410019a6b7dd50072f1800ea3c449690b8c030d303230322d3030303033382d490316e19ea1e19f81e19e8420e19e9fe19f85e19e9ae19f8d03084c656e672053616f0312e19ea1e19f81e19e84e19e9fe19f85e19e9a03066c696e67736f042527a6e46c030427a2ec98010b010b00e19ea1e19f81e19e8420e19e9fe19f85e19e9ae19f8d03016d030a323030312d31312d3035050503083032303230343032050505050505050505050505050505050505050505050318323032352d31312d31305430323a30303a30302e3030305a12000100000000000000270410019a6b7dd50074afb65dfba1af7c81b0030d303230322d3030303033392d470322e19e94e19f92e19e9ae19eb6e19f86e19e8420e19e98e19f92e19e9be19eb7e19f87030a5072616e67204d6c69730321e19e94e19f92e19e9ae19eb6e19f86e19e84e19e98e19f92e19e9be19eb7e19f8703097072616e676d6c69730436278cee98ed046c03042794ee9aed06010e010e00e19e94e19f92e19e9ae19eb6e19f86e19e8420e19e98e19f92e19e9be19eb7e19f87030166030431393839050503083032303230343033050505050505050505050505050505050505050505050318323032352d31312d31305430323a30303a30302e3030305a540701000000000000656e726f6c6d656e740012000100000000000000280410019a6b7dd500745cb890cc7451e6d426010000000000000028010000000000000004030a323032352d31312d3033050512000100000000000000250410019a6b7dd50078dcb515e66c4c0d864d010000000000000025010000000000000004030a323032352d31312d3033050512000100000000000000260410019a6b7dd50070a1981cc30c0128df50010000000000000026010000000000000004030a323032352d31312d3033050512000100000000000000270410019a6b7dd5007f5c93c05de0b89ad844010000000000000027010000000000000004030a323032352d31312d30330505',NULL,'{"class":4,"columns":[[0,"row_number",0,"whole"],[1,"name_km",0,"whole"],[2,"name",0,"whole"],[3,"sex",0,"whole"],[4,"born",0,"whole"],[5,"village",0,"whole"]],"first_row":3,"from_1904":false,"header_row":2,"lines":[[0,[[0,"បញ្ជីឈ្មោះអ្នកសិក្សាថ្មី"]]],[2,[[0,"ល.រ"],[1,"គោត្តនាម និងនាម"],[2,"អក្សរឡាតាំង"],[3,"ភេទ"],[4,"ថ្ងៃខែឆ្នាំកំណើត"],[5,"ភូមិ"]]]],"merged":[]}',NULL);
CREATE TABLE draft_learner (
    id INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    -- The known learner's uid, or empty for a new one. No key: a learner may go while a draft is left.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) IN (0, 16)),
    kept_at TEXT NOT NULL,
    -- The picture chosen for the learner, cut and written anew.
    photo BLOB,
    UNIQUE (actor, learner_uid)
) STRICT;
CREATE TABLE draft_learner_field (
    draft_id INTEGER NOT NULL REFERENCES draft_learner (id),
    field TEXT NOT NULL,
    typed TEXT NOT NULL CHECK (typed <> ''),
    PRIMARY KEY (draft_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE other_person (
    first_uid BLOB NOT NULL CHECK (length(first_uid) = 16),
    second_uid BLOB NOT NULL CHECK (length(second_uid) = 16),
    actor TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (first_uid, second_uid),
    CHECK (first_uid < second_uid)
) STRICT, WITHOUT ROWID;
CREATE TABLE learner_alias (
    former_id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number TEXT NOT NULL UNIQUE,
    learner_id INTEGER NOT NULL REFERENCES learner (id)
) STRICT;
CREATE TABLE learner_merge (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kept_uid BLOB NOT NULL CHECK (length(kept_uid) = 16),
    gone_uid BLOB NOT NULL CHECK (length(gone_uid) = 16),
    kept_number TEXT NOT NULL,
    gone_number TEXT NOT NULL,
    -- What the record that went was called, for the list.
    gone_name_km TEXT NOT NULL,
    gone_name TEXT NOT NULL,
    actor TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT
) STRICT;
CREATE TABLE past_chapter (
    id INTEGER PRIMARY KEY,
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    office_uid BLOB NOT NULL CHECK (length(office_uid) = 16),
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    -- How the learner is known there.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) = 16),
    learner_number TEXT NOT NULL,
    written_at TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    content BLOB NOT NULL,
    -- A record there is one person here; two records there may be one here.
    UNIQUE (office_uid, learner_uid)
) STRICT;
CREATE TABLE past_enrolment (
    id INTEGER PRIMARY KEY,
    chapter_id INTEGER NOT NULL REFERENCES past_chapter (id),
    uid BLOB NOT NULL CHECK (length(uid) = 16),
    programme TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_digest BLOB NOT NULL CHECK (length(pack_digest) = 32),
    class_name_km TEXT NOT NULL,
    class_name TEXT NOT NULL,
    institution_name_km TEXT NOT NULL,
    institution_name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT,
    leaving_reason TEXT,
    days_taken INTEGER NOT NULL CHECK (days_taken >= 0),
    -- Exact fractions: days present of the days taken, and hours.
    present_numerator INTEGER NOT NULL CHECK (present_numerator >= 0),
    present_denominator INTEGER NOT NULL CHECK (present_denominator > 0),
    hours_numerator INTEGER NOT NULL CHECK (hours_numerator >= 0),
    hours_denominator INTEGER NOT NULL CHECK (hours_denominator > 0),
    -- In hundredths, as the programme rounds it.
    average INTEGER,
    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'fail', 'incomplete')),
    UNIQUE (chapter_id, uid)
) STRICT;
CREATE TABLE past_certificate (
    id INTEGER PRIMARY KEY,
    chapter_id INTEGER NOT NULL REFERENCES past_chapter (id),
    serial TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('issued', 'void', 'replaced', 'lost')),
    issued_on TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (chapter_id, serial)
) STRICT;
CREATE TABLE transfer (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
    -- Of the learner at that time, by uid: a merge or an undo takes nothing away from the history.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) = 16),
    learner_number TEXT NOT NULL,
    learner_name_km TEXT NOT NULL,
    learner_name TEXT NOT NULL,
    -- Who wrote the file.
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    file_name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    changeset BLOB,
    undone_at TEXT,
    CHECK ((direction = 'in') = (changeset IS NOT NULL))
) STRICT;
CREATE TABLE import_layout (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('learners', 'attendance', 'scores', 'institutions', 'classes')),
    sheet TEXT NOT NULL,
    heading_rows INTEGER NOT NULL CHECK (heading_rows IN (1, 2)),
    columns TEXT NOT NULL,
    actor TEXT NOT NULL,
    remembered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE import_row (
    import_id INTEGER NOT NULL REFERENCES import (id),
    row INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('update', 'review', 'refuse')),
    code TEXT NOT NULL,
    cell TEXT NOT NULL,
    facts TEXT NOT NULL,
    cells TEXT NOT NULL,
    decided TEXT CHECK (decided IN ('taken', 'merged', 'dropped')),
    decided_in INTEGER REFERENCES import (id),
    CHECK ((decided IS NULL) = (decided_in IS NULL)),
    PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
INSERT INTO "import_row" VALUES
(1,7,'refuse','sex.missing','D7','[]','[[0,"៤"],[1,"ប្រាំង ផ្កាយ"],[2,"Prang Phkay"],[4,"21/07/1995"],[5,"កគោ"]]',NULL,NULL),
(1,8,'refuse','date.impossible','E8','[["text","31/02/2000"]]','[[0,"៥"],[1,"ព្រៃ រំដួល"],[2,"Prey Rumduol"],[3,"ស្រី"],[4,"31/02/2000"],[5,"ជ្រៃថ្មី"]]',NULL,NULL),
(1,10,'refuse','learner.repeated','B10','[["earlier_row","4"]]','[[0,"៧"],[1,"ឡេង ចំប៉ា"],[2,"Leng Champa"],[3,"ស្រី"],[4,"12/03/1998"],[5,"ជ្រៃ"]]',NULL,NULL);
CREATE TABLE bulk_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('enrol', 'move', 'leave')),
    learners INTEGER NOT NULL CHECK (learners > 0),
    -- NULL: the class each of them was in.
    from_class_id INTEGER REFERENCES class (id),
    to_class_id INTEGER REFERENCES class (id),
    -- The first day in the new class; of a leave the last one.
    day TEXT NOT NULL,
    leaving_reason TEXT,
    actor TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT,
    CHECK ((kind = 'leave') = (to_class_id IS NULL)),
    CHECK ((kind = 'leave') = (leaving_reason IS NOT NULL))
) STRICT;
CREATE INDEX audit_by_uid ON audit (uid) WHERE uid IS NOT NULL;
CREATE INDEX area_by_folded_km ON area (folded_km);
CREATE INDEX area_by_folded ON area (folded);
CREATE INDEX institution_by_sort_key ON institution (sort_key);
CREATE INDEX educator_by_institution ON educator (institution_id);
CREATE INDEX learner_by_sort_key ON learner (sort_key);
CREATE INDEX learner_by_folded_km ON learner (folded_km);
CREATE INDEX learner_by_folded ON learner (folded);
CREATE INDEX learner_by_phone ON learner (phone) WHERE phone IS NOT NULL;
CREATE INDEX class_by_institution ON class (institution_id);
CREATE INDEX class_educator_by_educator ON class_educator (educator_id);
CREATE INDEX enrolment_by_learner ON enrolment (learner_id);
CREATE INDEX enrolment_by_class ON enrolment (class_id);
CREATE UNIQUE INDEX enrolment_once ON enrolment (class_id, learner_id) WHERE last_day IS NULL;
CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);
CREATE UNIQUE INDEX certificate_once ON certificate (enrolment_id) WHERE state = 'issued';
CREATE INDEX certificate_event_by_certificate ON certificate_event (certificate_id);
CREATE INDEX received_return_by_office ON received_return (office_code, period);
CREATE UNIQUE INDEX received_return_accepted ON received_return (office_code, period) WHERE state = 'accepted';
CREATE INDEX learner_alias_by_learner ON learner_alias (learner_id);
CREATE INDEX past_chapter_by_learner ON past_chapter (learner_id);
CREATE INDEX past_chapter_by_learner_uid ON past_chapter (learner_uid);
CREATE INDEX past_certificate_by_serial ON past_certificate (serial);
CREATE INDEX transfer_by_learner ON transfer (learner_uid);
CREATE INDEX import_row_decided_in ON import_row (decided_in) WHERE decided_in IS NOT NULL;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit chain only grows');
END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit chain only grows');
END;
CREATE TRIGGER certificate_event_never_changes BEFORE UPDATE ON certificate_event
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;
CREATE TRIGGER certificate_event_never_shrinks BEFORE DELETE ON certificate_event
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;
COMMIT;
