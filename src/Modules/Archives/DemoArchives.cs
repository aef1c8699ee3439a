using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Archives.Enterprises;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives;

/// <summary>--demo: the archives of the invented park, entered through the same service as everybody's, so with history and audit.</summary>
internal sealed class DemoArchives(DemoRecords records, ConformityService conformity) : IDemo
{
    private const double West = 120.922;
    private const double East = 120.972;
    private const double South = 32.034;
    private const double North = 32.064;

    private static readonly (string Name, string Industry, string Product)[] Enterprises =
    [
        ("江海精细化工", "C2614", "邻苯二甲酸酐 3 万吨/年"), ("恒润新材料", "C2651", "聚碳酸酯 5 万吨/年"), ("蓝川染料", "C2645", "分散染料 8000 吨/年"), ("瑞泽制药", "C2710", "头孢类原料药 600 吨/年"),
        ("华塔石化储运", "G5942", "储罐 24 座、42 万立方米"), ("绿源水务", "D4620", "污水处理 3 万吨/日"), ("金桥涂料", "C2641", "水性涂料 2 万吨/年"), ("同盛农化", "C2631", "草甘膦 1.2 万吨/年"),
        ("远帆助剂", "C2661", "橡胶助剂 6000 吨/年"), ("海晟树脂", "C2651", "环氧树脂 4 万吨/年"), ("盛世气体", "C2619", "液氧、液氮 8 万吨/年"), ("东辰热电", "D4412", "供汽 220 吨/时"),
    ];

    public int Order => 100;

    public async Task Plant(CancellationToken cancellationToken)
    {
        await conformity.SetClass(ParkClass.I, cancellationToken);
        await PlantPark(cancellationToken);
        await PlantSurroundings(cancellationToken);
        foreach (var (spec, number) in Enterprises.Select((spec, number) => (spec, number)))
            await PlantEnterprise(spec, number, cancellationToken);
    }

    private async Task PlantPark(CancellationToken token)
    {
        foreach (var (name, duty) in new[] { ("生态环境局", "园区生态环境监督管理"), ("监控中心", "二十四小时值守、报警处置"), ("执法大队", "现场检查与案件办理") })
            await records.Add("departments", new() { ["name"] = name, ["duty"] = duty, ["head"] = "（虚构）", ["phone"] = "0513-83300000" }, token);
        await records.Add("park", new()
        {
            ["code"] = "JS-DEMO-01",
            ["name"] = "示范化工园区",
            ["regionCode"] = "320681",
            ["address"] = "江苏省南通市启东市示范大道 1 号（虚构）",
            ["longitude"] = 120.947,
            ["latitude"] = 32.049,
            ["plannedArea"] = 1560,
            ["developedArea"] = 1180,
            ["level"] = "省级",
            ["kind"] = "化工园区",
            ["foundedOn"] = "2006-05-18",
            ["enterpriseCount"] = 12,
            ["overview"] = "园区以精细化工、新材料为主，配套集中供热、污水处理和公用罐区。本页全部内容为演示而虚构。",
            ["positioning"] = "高端新材料、医药中间体及配套物流。",
            ["history"] = "2006 年设立，2013 年扩区，2021 年通过化工园区认定。",
            ["planningEiaName"] = "示范化工园区开发建设规划环境影响报告书",
            ["planningEiaApprovedOn"] = "2022-03-15",
            ["planningEiaAuthority"] = "江苏省生态环境厅",
            ["planningEiaNumber"] = "苏环审〔2022〕00 号（虚构）",
            ["sewageTreatment"] = "园区污水处理厂一座，3 万吨/日，出水执行一级 A。",
            ["centralHeating"] = "东辰热电供汽，220 吨/时。",
            ["wasteTreatment"] = "依托区域危废集中处置中心。",
            ["boundaryNote"] = "东至海堤路，南至示范大道，西至团结河，北至通海路。",
            ["boundary"] = Box(West, South, East, North),
        }, token, "2022-04-01");
        foreach (var (name, kind, capacity, unit, load, state, x, y) in new[]
        {
            ("园区污水处理厂", "污水集中处理", 30_000d, "m³/d", 71.5, "正常运行", 120.969, 32.0375), ("东辰热电站", "集中供热", 220, "t/h", 64, "正常运行", 120.9265, 32.0615),
            ("公共事故应急池", "事故应急池", 20_000, "m³", 0, "正常运行", 120.967, 32.0595), ("危废暂存中心", "固废集中处理", 40, "t/d", 55, "检修", 120.9255, 32.0365),
        })
            await records.Add("park-facilities", new() { ["name"] = name, ["kind"] = kind, ["operator"] = "示范园区运营公司", ["capacity"] = capacity, ["capacityUnit"] = unit, ["load"] = load, ["runningState"] = state, ["stateSince"] = "2026-01-10", ["longitude"] = x, ["latitude"] = y }, token);
        await records.Add("planning", new() { ["name"] = "示范化工园区开发建设规划环境影响报告书", ["kind"] = "规划环评", ["authority"] = "江苏省生态环境厅", ["number"] = "苏环审〔2022〕00 号（虚构）", ["approvedOn"] = "2022-03-15", ["validTo"] = "2027-03-15", ["requirements"] = "严格产业准入；完善污水收集；建立环境风险防控体系。", ["progress"] = "已完成污水管网改造，风险防控体系在建。" }, token);
        foreach (var (day, title, kind) in new[] { ("2006-05-18", "园区经批准设立", "设立"), ("2013-09-01", "扩区 4.2 平方千米", "扩区或调整"), ("2021-06-30", "通过江苏省化工园区认定", "其他"), ("2024-11-08", "污水处理厂提标改造投运", "环境整治") })
            await records.Add("milestones", new() { ["day"] = day, ["title"] = title, ["kind"] = kind }, token);
        await records.Add("control-units", new() { ["code"] = "ZH32068120001", ["name"] = "示范化工园区", ["kind"] = "生态环境准入清单", ["unitClass"] = "重点管控单元", ["requirements"] = "禁止新建不符合产业政策的项目；挥发性有机物排放实行两倍削减替代。", ["issuedBy"] = "南通市人民政府", ["issuedOn"] = "2020-12-30" }, token);
    }

    private async Task PlantSurroundings(CancellationToken token)
    {
        foreach (var (name, kind, people, x, y) in new[]
        {
            ("海晏村", "居民点", 1_260, 120.984, 32.051), ("通海新村", "居民点", 2_340, 120.951, 32.078), ("向阳小学", "文教机构", 860, 120.939, 32.081), ("示范镇卫生院", "医疗卫生机构", 210, 120.957, 32.084),
            ("示范镇人民政府", "行政办公区", 120, 120.961, 32.088), ("团结村", "居民点", 980, 120.905, 32.046), ("团结河取水口", "饮用水取水口", 0, 120.900, 32.012), ("康乐养老院", "养老福利机构", 150, 120.911, 32.061),
        })
            await records.Add("receptors", new() { ["name"] = name, ["kind"] = kind, ["population"] = people, ["longitude"] = x, ["latitude"] = y }, token);
        await records.Add("waters", new() { ["name"] = "团结河", ["kind"] = "河流", ["position"] = "园区周边", ["targetClass"] = "Ⅲ类", ["function"] = "工业、农业用水", ["flowsTo"] = "黄海", ["shape"] = Line((120.918, 32.090), (120.919, 32.050), (120.917, 32.000)) }, token);
        await records.Add("waters", new() { ["name"] = "园区中心河", ["kind"] = "渠道", ["position"] = "园区内部", ["targetClass"] = "Ⅳ类", ["flowsTo"] = "团结河", ["shape"] = Line((120.971, 32.049), (120.945, 32.048), (120.919, 32.047)) }, token);
        await records.Add("roads", new() { ["name"] = "示范大道", ["kind"] = "城市主干路", ["width"] = 42, ["limits"] = "危化品车辆限 7:00–19:00 通行", ["shape"] = Line((120.900, 32.033), (120.990, 32.033)) }, token);
        await records.Add("roads", new() { ["name"] = "通海路", ["kind"] = "省道", ["width"] = 28, ["shape"] = Line((120.900, 32.066), (120.990, 32.067)) }, token);
        await records.Add("ecological-areas", new() { ["name"] = "启东沿海重要湿地", ["kind"] = "国家级生态保护红线", ["function"] = "湿地生态系统保护", ["area"] = 2_400, ["requirements"] = "禁止开发性、生产性建设活动。", ["shape"] = Box(121.020, 32.020, 121.060, 32.080) }, token);
        await records.Add("ecological-areas", new() { ["name"] = "团结河清水通道维护区", ["kind"] = "生态空间管控区域", ["function"] = "水源水质保护", ["area"] = 310, ["shape"] = Box(120.914, 32.000, 120.918, 32.090) }, token);
    }

    private async Task PlantEnterprise((string Name, string Industry, string Product) spec, int number, CancellationToken token)
    {
        var (x, y) = (120.930 + (0.006 * (number % 6)), 32.040 + (0.004 * (number * 2 % 5)));
        var code = $"91320681MADEMO{number:D3}".Replace('O', '0');
        code += CreditCode.CheckCharacter(code);
        var id = await records.Add(EnterpriseType.Name, new()
        {
            ["name"] = spec.Name,
            ["creditCode"] = code,
            ["industry"] = spec.Industry,
            ["regionCode"] = "320681",
            ["address"] = $"示范化工园区纬{number + 1}路 {8 + (number * 6)} 号",
            ["status"] = number == 8 ? "停产" : "正常生产",
            ["scale"] = number % 3 == 0 ? "大型" : "中型",
            ["startedOn"] = $"{2008 + number}-07-01",
            ["employees"] = 160 + (number * 35),
            ["siteArea"] = 6.5 + number,
            ["legalPerson"] = "（虚构）",
            ["environmentOfficer"] = $"{"陈王李张刘赵"[number % 6]}工",
            ["phone"] = $"1380000{1000 + number}",
            ["permitCategory"] = number < 9 ? "重点管理" : "简化管理",
            ["riskGrade"] = number % 4 == 0 ? "重大" : number % 4 == 1 ? "较大" : "一般",
            ["isKeyForWater"] = number % 2 == 0,
            ["isKeyForAir"] = true,
            ["isKeyForSoil"] = number % 3 == 0,
            ["products"] = spec.Product,
            ["materials"] = number switch { 0 => "邻二甲苯、甲苯、液碱", 1 => "双酚A、光气、二氯甲烷", 7 => "甲醛、亚磷酸二甲酯、液氯", 9 => "环氧氯丙烷、双酚A、甲苯", _ => "" },
            ["longitude"] = x,
            ["latitude"] = y,
            ["boundary"] = Box(x - 0.0018, y - 0.0012, x + 0.0018, y + 0.0012),
        }, token, "2023-01-01");
        await records.Add("enterprise-contacts", new() { ["enterpriseId"] = id, ["name"] = "值班室", ["duty"] = "值班电话", ["phone"] = $"0513-8330{1000 + number}" }, token);
        await records.Add("enterprise-eias", new() { ["enterpriseId"] = id, ["project"] = $"{spec.Name}一期项目", ["kind"] = "报告书", ["approvalNumber"] = $"通环审〔{2007 + number}〕{10 + number} 号（虚构）", ["approvedOn"] = $"{2007 + number}-03-20", ["acceptance"] = "已验收", ["acceptedOn"] = $"{2008 + number}-12-01" }, token);
        var permit = await records.Add("permits", new() { ["enterpriseId"] = id, ["number"] = code + "001P", ["category"] = number < 9 ? "重点管理" : "简化管理", ["issuedBy"] = "南通市生态环境局", ["issuedOn"] = "2023-06-20", ["validFrom"] = "2023-07-01", ["validTo"] = "2028-06-30", ["state"] = "有效" }, token);
        var gas = await records.Add(PermitRecords.Outlets, new() { ["enterpriseId"] = id, ["permitId"] = permit, ["code"] = "DA001", ["name"] = $"{spec.Name}废气排口", ["kind"] = "废气主要排放口", ["height"] = 25 + number, ["diameter"] = 1.2, ["dischargesTo"] = "大气", ["longitude"] = x, ["latitude"] = y }, token);
        var water = await records.Add(PermitRecords.Outlets, new() { ["enterpriseId"] = id, ["permitId"] = permit, ["code"] = "DW001", ["name"] = $"{spec.Name}废水总排口", ["kind"] = "废水总排放口", ["dischargesTo"] = "园区污水处理厂" }, token);
        foreach (var (outlet, factor, limit, unit, total, standard) in new[]
        {
            (gas, "a21026", 50d, "mg/m³", 12.5, "GB 31571-2015"), (gas, "a21002", 100, "mg/m³", 28, "GB 31571-2015"), (gas, "a34013", 20, "mg/m³", 5.2, "GB 31571-2015"), (gas, "a24088", 60, "mg/m³", 9.8, "DB32/4041-2021"),
            (water, "w01018", 500, "mg/L", 36, "园区污水厂接管标准"), (water, "w21003", 35, "mg/L", 2.1, "园区污水厂接管标准"), (water, "w21011", 8, "mg/L", 0.5, "园区污水厂接管标准"),
        })
            await records.Add("permit-limits", new() { ["enterpriseId"] = id, ["permitOutletId"] = outlet, ["factor"] = factor, ["limit"] = limit, ["unit"] = unit, ["annualTotal"] = total, ["standard"] = standard, ["validFrom"] = "2023-07-01" }, token);
    }

    private static string Box(double west, double south, double east, double north) =>
        FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{north}}],[{{west}},{{north}}],[{{west}},{{south}}]]]}""");

    private static string Line(params (double X, double Y)[] points) =>
        $$"""{"type":"LineString","coordinates":[{{string.Join(',', points.Select(point => FormattableString.Invariant($"[{point.X},{point.Y}]")))}}]}""";
}
