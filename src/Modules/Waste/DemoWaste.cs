using System.Globalization;
using EcoPark.Modules.Waste.Balances;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste;

/// <summary>--demo: wastes, stores, receivers, a year of ledgers and manifests of some enterprises, with one of each thing that is warned of.</summary>
internal sealed class DemoWaste(DemoRecords records, DeclarationReader declarations, IDbContextFactory<ParkDb> databases, TimeProvider clock) : IDemo
{
    private const int Enterprises = 4;
    private const int Months = 6;

    /// <summary>Name, code, permitted t a year, t a month, where it goes.</summary>
    private static readonly (string Name, string Code, double Permit, double Monthly, bool IsUsed)[] Wastes =
    [
        ("废矿物油", "900-249-08", 7, 0.85, true), ("废活性炭", "900-039-49", 40, 5.2, false), ("精馏残渣", "900-013-11", 60, 9.4, false), ("沾染包装物", "900-041-49", 18, 1.3, true),
    ];

    public int Order => 300;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var ids = await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Id).Take(Enterprises).Select(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (use, burn) = (await Disposer("示范油品再生", ["HW08", "900-041-49"], "2029-12-31", cancellationToken).ConfigureAwait(false), await Disposer("示范危废焚烧", ["HW49", "HW11", "HW06"], "2027-06-30", cancellationToken).ConfigureAwait(false));
        var expired = await Disposer("示范旧桶处理", ["HW49"], clock.ParkNow().AddMonths(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        foreach (var (at, enterprise) in ids.Index())
            await Enterprise(enterprise, at, use, at == 1 ? expired : burn, cancellationToken).ConfigureAwait(false);
        await Declare(ids, cancellationToken).ConfigureAwait(false);
    }

    private Task<int> Disposer(string name, string[] scope, string until, CancellationToken token) => records.Add(WasteDisposerType.Name, new()
    {
        ["name"] = name + "（虚构）",
        ["kind"] = WasteDisposerType.Licensed,
        ["province"] = "江苏",
        ["isCapable"] = true,
        ["capableWhy"] = "演示",
        ["licenceName"] = "危险废物经营许可证",
        ["licenceNumber"] = $"JS0000OOI{name.Length}{scope.Length}",
        ["validFrom"] = "2022-01-01",
        ["validTo"] = until,
        ["capacity"] = 20_000,
        ["scope"] = scope.Select(code => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { ["code"] = code, ["tonnes"] = 5_000 }).ToList(),
    }, token);

    private async Task Enterprise(int enterprise, int at, int use, int burn, CancellationToken token)
    {
        var store = await records.Add(WasteStoreType.Name, new() { ["enterpriseId"] = enterprise, ["code"] = "TS001", ["name"] = "危废贮存库", ["kind"] = "贮存库", ["capacity"] = 40, ["area"] = 120, ["longestDays"] = 90 }, token).ConfigureAwait(false);
        var general = await records.Add(WasteKindType.Name, new() { ["enterpriseId"] = enterprise, ["name"] = "废包装纸板", ["class"] = WasteWords.General, ["generalCode"] = "900-005-S17", ["state"] = "固态", ["permitMaximum"] = 90 }, token).ConfigureAwait(false);
        var kinds = new List<int>();
        foreach (var waste in Wastes)
            kinds.Add(await records.Add(WasteKindType.Name, new() { ["enterpriseId"] = enterprise, ["name"] = waste.Name, ["class"] = WasteWords.Hazardous, ["code"] = waste.Code, ["state"] = waste.Name == "废矿物油" ? "液态" : "固态", ["permitMaximum"] = waste.Permit, ["eiaMaximum"] = at == 2 ? waste.Permit * 1.2 : waste.Permit }, token).ConfigureAwait(false));
        for (var back = Months; back >= 0; back--)
        {
            var day = DateOnly.FromDateTime(clock.ParkNow()).AddMonths(-back).AddDays(-8);
            foreach (var (number, waste) in Wastes.Index())
                await Chain(enterprise, store, kinds[number], waste.IsUsed ? use : burn, waste, number, day, back, at, token).ConfigureAwait(false);
            await Entry(enterprise, LedgerStage.Generated, LedgerStage.Code(LedgerStage.Generated, false, day, 1), day, 8, general, 6.4, "", new(), token).ConfigureAwait(false);
        }

        if (at < 2)
            await Drivers(enterprise, kinds, at, token).ConfigureAwait(false);
        foreach (var (number, waste) in Wastes.Index())
            await Plan(enterprise, kinds[number], waste.IsUsed ? use : at == 1 ? 0 : burn, waste, token).ConfigureAwait(false);
    }

    /// <summary>What the wastes go with; of the second enterprise, twice as much in one month, so that its waste looks too little.</summary>
    private async Task Drivers(int enterprise, List<int> kinds, int at, CancellationToken token)
    {
        for (var back = Months; back >= 1; back--)
        {
            var day = DateOnly.FromDateTime(clock.ParkNow()).AddMonths(-back).AddDays(-8);
            foreach (var (number, waste) in Wastes.Index().Take(2))
            {
                var usual = waste.Monthly * (1 + (0.12 * Math.Sin(back + number + at))) * 40;
                await records.Add(WasteDriverType.Name, new()
                {
                    ["enterpriseId"] = enterprise,
                    ["kindId"] = kinds[number],
                    ["basis"] = WasteDriverType.Product,
                    ["item"] = "主产品",
                    ["month"] = $"{day:yyyy-MM}-01",
                    ["amount"] = Math.Round(at == 1 && back == 3 ? usual * 2 : usual, 1),
                    ["unit"] = "t",
                    ["source"] = "生产报表（虚构）",
                }, token).ConfigureAwait(false);
            }
        }
    }

    private async Task Plan(int enterprise, int kind, int disposer, (string Name, string Code, double Permit, double Monthly, bool IsUsed) waste, CancellationToken token)
    {
        // Whose licence has run out is nobody to plan with.
        if (disposer == 0)
            return;
        await records.Add(WastePlanType.Name, new()
        {
            ["enterpriseId"] = enterprise,
            ["year"] = clock.ParkNow().Year,
            ["kindId"] = kind,
            ["expected"] = waste.Monthly * 12,
            ["packing"] = "吨袋",
            ["left"] = waste.Monthly,
            ["transfer"] = "省内转移",
            ["transferTonnes"] = waste.Monthly * 11,
            ["disposerId"] = disposer,
        }, token).ConfigureAwait(false);
    }

    /// <summary>All but the last enterprise hand in in time.</summary>
    private async Task Declare(IReadOnlyList<int> enterprises, CancellationToken token)
    {
        foreach (var row in (await declarations.Read(null, token).ConfigureAwait(false)).Where(row => row.State == DeclarationRow.Overdue && row.EnterpriseId != enterprises[^1]))
        {
            await records.Add(WasteDeclarationType.Name, new()
            {
                ["enterpriseId"] = row.EnterpriseId,
                ["kind"] = row.Declaration.Name,
                ["period"] = row.Declaration.Period,
                ["handedInOn"] = WasteWords.Day(row.Declaration.DueOn.AddDays(-2)),
                ["tonnes"] = row.EnterpriseId == enterprises[0] ? row.Ledger : null,
            }, token).ConfigureAwait(false);
        }
    }

    /// <summary>A month of a waste: generated, stored, taken out, sent, received; of the last month it still lies there, and of one enterprise since longer.</summary>
    private async Task Chain(int enterprise, int store, int kind, int disposer, (string Name, string Code, double Permit, double Monthly, bool IsUsed) waste, int number, DateOnly day, int back, int at, CancellationToken token)
    {
        var tonnes = Math.Round(waste.Monthly * (1 + (0.12 * Math.Sin(back + number + at))), 3);
        string Code(string stage, DateOnly on) => LedgerStage.Code(stage, true, on, number + 1);
        var (made, stored, left) = (Code(LedgerStage.Generated, day), Code(LedgerStage.In, day), day.AddDays(5));
        await Entry(enterprise, LedgerStage.Generated, made, day, 8, kind, tonnes, "", new(), token).ConfigureAwait(false);
        await Entry(enterprise, LedgerStage.In, stored, day, 10, kind, tonnes, made, new() { ["storeId"] = store }, token).ConfigureAwait(false);
        if (back == 0 || (at == 3 && number == 0 && back <= 4))
            return;
        var (taken, way) = (Code(LedgerStage.Out, left), waste.IsUsed ? LedgerStage.SentForUse : LedgerStage.SentForDisposal);
        var sent = Code(way, left);
        await Entry(enterprise, LedgerStage.Out, taken, left, 9, kind, tonnes, stored, new() { ["storeId"] = store }, token).ConfigureAwait(false);
        await Entry(enterprise, way, sent, left, 10, kind, tonnes, taken, new() { ["disposerId"] = disposer }, token).ConfigureAwait(false);
        var isLate = at == 3 && back == 1 && number == 1;
        var received = at == 0 && back == 1 && number == 1 ? Math.Round(tonnes * 0.97, 3) : tonnes;
        var item = new Dictionary<string, object?> { ["batch"] = sent, ["kindId"] = kind, ["sent"] = tonnes, ["received"] = isLate ? null : received, ["packing"] = "吨袋" };
        var values = new Dictionary<string, object?>
        {
            ["enterpriseId"] = enterprise,
            ["number"] = string.Create(CultureInfo.InvariantCulture, $"{left.Year}3206{(at * 100_000) + (left.Month * 1_000) + (back * 10) + number:D6}"),
            ["disposerId"] = disposer,
            ["carrier"] = "示范危货运输（虚构）",
            ["vehicle"] = "苏F00000",
            ["leftAt"] = Wall(left, 10),
            ["items"] = new List<IReadOnlyDictionary<string, object?>> { item },
        };
        if (!isLate)
            (values["arrivedAt"], values["signedAt"], values["verdict"], values["signedBy"]) = (Wall(left, 15), Wall(left.AddDays(1), 9), "接收", "（虚构）");
        await records.Add(WasteManifestType.Name, values, token).ConfigureAwait(false);
    }

    private Task<int> Entry(int enterprise, string stage, string code, DateOnly day, int hour, int kind, double tonnes, string source, Dictionary<string, object?> more, CancellationToken token)
    {
        var values = new Dictionary<string, object?>(more) { ["enterpriseId"] = enterprise, ["stage"] = stage, ["code"] = code, ["at"] = Wall(day, hour), ["kindId"] = kind, ["amount"] = tonnes, ["handler"] = "（虚构）" };
        if (source.Length > 0)
            values["sourceCode"] = source;
        return records.Add(WasteEntryType.Name, values, token);
    }

    private static string Wall(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
