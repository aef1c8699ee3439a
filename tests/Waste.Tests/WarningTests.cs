using EcoPark.Alarms;
using EcoPark.Modules.Waste;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Modules.Waste.Watch;
using EcoPark.Platform.Time;

namespace EcoPark.Waste.Tests;

/// <summary>What is warned of, when, how urgently and in which words.</summary>
public sealed class WarningTests
{
    private static readonly WasteSettings Settings = new();
    private static readonly WorkingDays Days = new(new Dictionary<DateOnly, bool>());
    private static readonly WasteKind Oil = new() { Id = 1, EnterpriseId = 4, Name = "废矿物油", Class = "危险废物", Code = "900-249-08", Maximum = 20, MaximumBasis = "排污许可证" };

    [Theory]
    [InlineData(15.9, null, AlarmLevel.Blue, "")]
    [InlineData(16, 80, AlarmLevel.Yellow, "接近最大许可产生量 20 t（80.0 %）")]
    [InlineData(18, 90, AlarmLevel.Orange, "接近")]
    [InlineData(20, 100, AlarmLevel.Red, "达到最大许可产生量")]
    [InlineData(20.2, 100, AlarmLevel.Red, "超过最大许可产生量")]
    public void Generation_is_warned_of_at_80_90_and_100_percent(double generated, int? step, AlarmLevel level, string words)
    {
        var figures = KindFigures.Of(Oil, "甲公司", 2026, [new WasteSum(4, 1, LedgerStage.Generated, 202606, null, generated, 1)], 0, new(2026, 9, 1));
        var found = WasteFindings.OverPermit(figures, Settings.PermitSteps, tonnes => tonnes <= 16 ? new(2026, 6, 10) : new(2026, 6, 20));
        if (step is null)
        {
            found.ShouldBeNull();
            return;
        }

        found!.Level.ShouldBe(level);
        found.Text.ShouldContain(words);
        found.Cause.Part.ShouldBe($"2026-{step}");
        (found.Limit, found.LastValue, found.Subject.EnterpriseId).ShouldBe((20, generated, 4));
        // The day on which the step was reached, midnight in the park.
        found.FirstAt.ShouldBe(new DateTime(2026, 6, step == 80 ? 9 : 19, 16, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void The_day_on_which_it_will_be_reached_is_told()
    {
        // 16 t until 1 September, the 244th day: 0.0656 t a day; 4 t more take 61 days: 1 November.
        var figures = KindFigures.Of(Oil, "甲公司", 2026, [new WasteSum(4, 1, LedgerStage.Generated, 202606, null, 16, 1)], 0, new(2026, 9, 1));
        WasteFindings.OverPermit(figures, Settings.PermitSteps, _ => new(2026, 6, 10))!.Text.ShouldContain("日均 0.0656 t，预计 2026-11-01 达到许可量");
    }

    [Fact]
    public void Nothing_permitted_is_passed_by_the_first_gram()
    {
        var figures = KindFigures.Of(new() { Id = 1, Name = "x", Class = "危险废物", Maximum = 0 }, "甲公司", 2026, [new WasteSum(4, 1, LedgerStage.Generated, 202606, null, 0.001, 1)], 0, new(2026, 9, 1));
        WasteFindings.OverPermit(figures, Settings.PermitSteps, _ => new(2026, 6, 10))!.Level.ShouldBe(AlarmLevel.Red);
    }

    [Theory]
    [InlineData(71, null)]
    [InlineData(72, 80)]
    [InlineData(90, 100)]
    public void Storage_is_warned_of_before_its_time_is_over(int days, int? step)
    {
        var now = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        var batch = new OpenBatch(1, 4, "甲公司", 1, "废矿物油", LedgerStage.In, "HWRK20260301001", now.AddDays(-days), 7, null, 5, 3);
        var store = StoreFigures.Of(new() { Id = 7, EnterpriseId = 4, Name = "危废库", Capacity = 40, LongestDays = 90 }, "甲公司", [new(4, 1, 7, 3)], [batch], new Dictionary<int, WasteKind> { [1] = Oil }, now);
        var found = WasteFindings.OfStore(store, Settings, now).ToList();
        if (step is null)
        {
            found.ShouldBeEmpty();
            return;
        }

        var one = found.ShouldHaveSingleItem();
        one.Cause.Part.ShouldBe($"7-HWRK20260301001-{step}");
        one.FirstAt.ShouldBe(batch.At.AddDays(90 * step.Value / 100.0));
        one.Text.ShouldContain($"已存 {days} 天");
    }

    [Fact]
    public void A_store_that_is_nearly_full_is_told()
    {
        var store = StoreFigures.Of(new() { Id = 7, EnterpriseId = 4, Name = "危废库", Capacity = 40 }, "甲公司", [new(4, 1, 7, 36.2)], [], new Dictionary<int, WasteKind> { [1] = Oil }, DateTime.UtcNow);
        var one = WasteFindings.OfStore(store, Settings, DateTime.UtcNow).ShouldHaveSingleItem();
        (one.Kind, one.Level, one.Limit).ShouldBe((WasteAlarms.StoreFull, AlarmLevel.Orange, 40));
    }

    [Theory]
    [InlineData("2026-03-01", "HW08", true, "JS001", null)]
    [InlineData("2026-03-01", "900-249-08", true, "JS001", null)]
    [InlineData("2026-03-01", "HW49", true, "JS001", "scope")]
    [InlineData("2027-01-01", "HW08", true, "JS001", "expired")]
    [InlineData("2025-12-31", "HW08", true, "JS001", "expired")]
    [InlineData("2026-03-01", "HW08", true, "", "unlicensed")]
    [InlineData("2026-03-01", "HW08", false, "JS001", "incapable")]
    public void A_receiver_is_held_against_its_licence_of_the_day(string day, string scope, bool isCapable, string licence, string? fault)
    {
        var disposer = new WasteDisposer { Id = 9, Name = "油品再生", Kind = WasteDisposerType.Licensed, IsCapable = isCapable, LicenceNumber = licence, ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31), Scope = [new() { Code = scope }] };
        DisposerJudge.Of(disposer, Oil, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Code.ShouldBe(fault);
        (DisposerJudge.Of(disposer, Oil, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is null).ShouldBe(fault is null);
    }

    [Fact]
    public void Transfers_to_a_receiver_without_right_are_one_alarm_a_month()
    {
        var disposer = new WasteDisposer { Id = 9, Name = "油品再生", Kind = WasteDisposerType.Licensed, IsCapable = true, LicenceNumber = "JS001", ValidFrom = new(2025, 1, 1), ValidTo = new(2026, 3, 10), Scope = [new() { Code = "HW08" }] };
        var found = TransferFindings.OfDisposers(
            [new(4, 1, 9, new(2026, 3, 5), 1), new(4, 1, 9, new(2026, 3, 12), 2), new(4, 1, 9, new(2026, 3, 20), 0.5), new(4, 1, 9, new(2026, 4, 2), 4)],
            new Dictionary<int, WasteKind> { [1] = Oil }, new Dictionary<int, WasteDisposer> { [9] = disposer }, _ => "甲公司").ToList();
        found.Select(one => (one.Cause.Part, one.Count)).ShouldBe([("9-expired-202603", 2), ("9-expired-202604", 1)]);
        found[0].Text.ShouldContain("2026 年 3 月委外 2.5 t");
    }

    [Fact]
    public void A_manifest_is_late_after_five_working_days()
    {
        // Left on Monday 2 March 2026: Tuesday to Monday are five working days, over with 9 March in the park.
        var manifest = Manifest();
        var due = new DateTime(2026, 3, 9, 16, 0, 0, DateTimeKind.Utc);
        ManifestForm.Due(manifest, Days).ShouldBe(due);
        TransferFindings.OfManifest(manifest, "甲公司", "油品再生", 0.5, Days, due.AddSeconds(-1)).ShouldBeNull();
        var late = TransferFindings.OfManifest(manifest, "甲公司", "油品再生", 0.5, Days, due)!;
        (late.Kind, late.FirstAt).ShouldBe((WasteAlarms.Unreceived, due));
        // Known to have arrived two days later, it has two days more.
        manifest.ArrivedAt = manifest.LeftAt!.Value.AddDays(2);
        ManifestForm.Due(manifest, Days).ShouldBe(due.AddDays(2));
    }

    [Theory]
    [InlineData(9.95, false)]
    [InlineData(9.94, true)]
    [InlineData(10.06, true)]
    public void Weights_that_differ_by_more_than_weighing_does_are_told(double received, bool isTold)
    {
        var manifest = Manifest();
        (manifest.Items[0].Received, manifest.SignedAt, manifest.Verdict) = (received, manifest.LeftAt!.Value.AddDays(1), "接收");
        WasteManifestType.Create().Work(manifest);
        (manifest.State, manifest.Sent, manifest.Received).ShouldBe(("已签收", 10, received));
        (TransferFindings.OfManifest(manifest, "甲公司", "油品再生", 0.5, Days, manifest.SignedAt.Value)?.Kind == WasteAlarms.Weight).ShouldBe(isTold);
    }

    [Fact]
    public void A_manifest_is_signed_with_weights_and_a_verdict_and_in_order()
    {
        var now = new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc);
        ManifestForm.Check(Manifest(), now).ShouldBeNull();
        ManifestForm.Check(Manifest(), now.AddDays(-30))!.Message.ShouldContain("还没有到");
        var manifest = Manifest();
        manifest.SignedAt = manifest.LeftAt!.Value.AddHours(-1);
        ManifestForm.Check(manifest, now)!.Message.ShouldBe("确认接收时间不能早于出厂时间。");
        manifest.SignedAt = manifest.LeftAt!.Value.AddHours(5);
        ManifestForm.Check(manifest, now)!.Message.ShouldBe("确认接收请选择接收意见。");
        manifest.Verdict = "接收";
        ManifestForm.Check(manifest, now)!.Message.ShouldBe("确认接收请填写每一行的接收量。");
        manifest.Items[0].Received = 10;
        ManifestForm.Check(manifest, now).ShouldBeNull();
    }

    private static WasteManifest Manifest()
    {
        var manifest = new WasteManifest { Id = 3, EnterpriseId = 4, Number = "20263206000001", LeftAt = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), Items = [new() { Batch = "HWWWLY20260302001", Sent = 10 }] };
        WasteManifestType.Create().Work(manifest);
        return manifest;
    }
}
