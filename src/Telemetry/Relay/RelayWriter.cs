using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>A frame for an upper platform.</summary>
/// <param name="Mn">MN it bears.</param>
/// <param name="Qn">QN that the answer must carry.</param>
/// <param name="Bytes">As it goes on the wire.</param>
internal sealed record RelayFrame(string Mn, string Qn, byte[] Bytes);

/// <summary>
/// Writes a device's telegram anew for an upper platform: its names, edition, codes, Flag and encryption. What the device sent to the letter of
/// the standard, for a platform that knows it by the same names, comes out byte for byte as it went in. Pure.
/// </summary>
internal static class RelayWriter
{
    /// <summary>Later than this a telegram goes up as 补传 (RF=1, HJ 212-2025).</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>HJ 212-2017 table 2.</summary>
    private const int LongestSegment = 1024;

    private const int MostParts = 99;

    /// <summary>How a device is known to the platform.</summary>
    public static Address AddressOf(UpperPlatform platform, RelayedDevice relayed, Device device) => new(
        relayed.Mn.Length > 0 ? relayed.Mn : device.Mn,
        relayed.Password.Length > 0 ? relayed.Password : platform.Password.Length > 0 ? platform.Password : device.Password,
        platform.Version,
        relayed.SystemCode.Length > 0 ? relayed.SystemCode : device.SystemCode);

    /// <summary>One frame, or several where other codes make it too long for one.</summary>
    /// <param name="platform">Receiver.</param>
    /// <param name="item">Telegram of the log.</param>
    /// <param name="telegram">The same, read.</param>
    /// <param name="device">Its device.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<RelayFrame> Write(UpperPlatform platform, RelayItem item, Telegram telegram, Device device, DateTime now)
    {
        var address = AddressOf(platform, item.Device, device);
        if (item.Device.SystemCode.Length == 0)
            address = address with { SystemCode = telegram.SystemCode };
        var area = CodeTranslation.DataArea(telegram, device.Version, platform.Version);
        var qn = item.AnswersCommand || telegram.Qn is not { Year: < 9999 } own ? OwnQn(item.Entry) : own; // Room for parts to count up.
        var isLate = telegram.IsBackfill || now - item.Entry.At > Late;
        byte[] Bytes(DateTime number, string part, int count, int place, ReadOnlySpan<byte> key) =>
            TelegramWriter.Write(address, number, telegram.Command, part, platform.WantsAnswer, key, isLate, count, place);

        // A part of a device's own split stays one: its place is given.
        var room = LongestSegment - SegmentLength(Bytes(qn, "", MostParts, MostParts, default));
        var isWhole = telegram.IsSplit || SegmentLength(Bytes(qn, area, 1, 1, default)) <= LongestSegment;
        IReadOnlyList<string> parts = isWhole ? [area] : DataAreaSplit.Parts(area, Math.Min(room, TelegramWriter.MaxDataArea));
        var (count, first) = telegram.IsSplit ? (telegram.PacketCount, telegram.PacketNumber) : (parts.Count, 1);
        var key = KeyFor(platform, telegram.Command);
        // HJ 212-2017 C.50: parts count up the milliseconds of QN.
        return [.. parts.Select((part, at) => (part, at, number: qn.AddMilliseconds(at)))
            .Select(one => new RelayFrame(address.Mn, Text(one.number), Bytes(one.number, one.part, count, first + one.at, key)))];
    }

    private static int SegmentLength(byte[] frame) => frame.Length - FrameReader.HeadLength - FrameReader.CrcLength - 2;

    private static byte[] KeyFor(UpperPlatform platform, CommandCode command) =>
        platform.Version == ProtocolVersion.V2025 && platform.EncryptionKey.Length > 0 && TelegramWriter.IsSecret(command) ? Convert.FromHexString(platform.EncryptionKey) : [];

    private static string Text(DateTime qn) => qn.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>
    /// A QN for a telegram that brings none of its own (2005), or one that it shares with others: from its arrival and its place in the log, so
    /// that it is the same when it is sent again.
    /// </summary>
    private static DateTime OwnQn(LogEntry entry)
    {
        var arrived = ParkTime.FromUtc(entry.At);
        return new DateTime(arrived.Ticks - (arrived.Ticks % TimeSpan.TicksPerSecond)).AddMilliseconds(entry.Id % 1000);
    }
}
