using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Manifests;

/// <summary>What a manifest says wrong by itself, where it stands, and until when it must be received.</summary>
internal static class ManifestForm
{
    public const string OnTheWay = "运输中";
    public const string Arrived = "待确认";
    public const string Signed = "已签收";
    public const string Refused = "已拒收";

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static string StateOf(WasteManifest manifest) => manifest switch
    {
        { SignedAt: not null, Verdict: "拒收" } => Refused,
        { SignedAt: not null } => Signed,
        { ArrivedAt: not null } => Arrived,
        _ => OnTheWay,
    };

    /// <param name="now">UTC.</param>
    public static Problem? Check(WasteManifest manifest, DateTime now)
    {
        if (manifest.Items.FindIndex(item => item.Sent is not > 0) is >= 0 and var none)
            return new("sent", $"明细第 {none + 1} 行：移出量应大于 0。", $"items[{none}].sent");
        foreach (var (at, label, field) in new[] { (manifest.LeftAt, "出厂时间", "leftAt"), (manifest.ArrivedAt, "运抵时间", "arrivedAt"), (manifest.SignedAt, "确认接收时间", "signedAt") })
        {
            if (at > now + Ahead)
                return new("future", $"{label} {WasteWords.Wall(at.Value)} 还没有到。", field);
            if (at < manifest.LeftAt)
                return new("order", $"{label}不能早于出厂时间。", field);
        }

        if (manifest.SignedAt < manifest.ArrivedAt)
            return new("order", "确认接收时间不能早于运抵时间。", "signedAt");
        if (manifest.SignedAt is null)
            return manifest.Verdict.Length == 0 ? null : new("signed", "填写了接收意见，请填写确认接收时间。", "signedAt");
        if (manifest.Verdict.Length == 0)
            return new("verdict", "确认接收请选择接收意见。", "verdict");
        return manifest.Verdict == "拒收" || manifest.Items.All(item => item.Received is not null) ? null : new("received", "确认接收请填写每一行的接收量。", "items");
    }

    /// <summary>UTC; working days count from the arrival, or from leaving where nobody has told of the arrival.</summary>
    public static DateTime Due(WasteManifest manifest, WorkingDays days) => days.After(manifest.ArrivedAt ?? manifest.LeftAt!.Value, WasteRules.ReceiptWorkingDays);

    /// <summary>Difference of what was received, of what was sent; <see langword="null"/> where it is not signed or was refused.</summary>
    public static double? Deviation(WasteManifest manifest) => StateOf(manifest) == Signed && manifest is { Difference: { } difference, Sent: > 0 } ? difference / manifest.Sent : null;
}
