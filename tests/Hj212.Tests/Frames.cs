using System.Buffers;
using System.Text;

namespace EcoPark.Hj212.Tests;

/// <summary>Short ways to telegrams.</summary>
internal static class Frames
{
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static Telegram Parse(ReadOnlySpan<byte> frame, IDeviceKeys? keys = null)
    {
        Telegram.TryParse(new ReadOnlySequence<byte>(frame.ToArray()), keys, out var telegram, out var error).ShouldBeTrue(error.ToString());
        return telegram!;
    }

    public static TelegramError Error(ReadOnlySpan<byte> frame, IDeviceKeys? keys = null)
    {
        Telegram.TryParse(new ReadOnlySequence<byte>(frame.ToArray()), keys, out _, out var error).ShouldBeFalse();
        return error;
    }

    /// <summary>A frame round a segment, with the right length and CRC.</summary>
    public static byte[] Around(string segment) => TelegramWriter.Frame(Encoding.UTF8.GetBytes(segment));

    /// <summary>Reads a whole stream that comes in the given pieces.</summary>
    public static List<(FrameStatus Status, byte[] Bytes)> ReadAll(IEnumerable<byte[]> pieces)
    {
        var found = new List<(FrameStatus, byte[])>();
        var rest = Array.Empty<byte>();
        foreach (var piece in pieces)
        {
            var buffer = new ReadOnlySequence<byte>([.. rest, .. piece]);
            while (FrameReader.Read(ref buffer, isQuiet: false, out var frame, out _) is var status && status != FrameStatus.Incomplete)
                found.Add((status, frame.ToArray()));
            rest = buffer.ToArray();
        }

        var last = new ReadOnlySequence<byte>(rest);
        while (FrameReader.Read(ref last, isQuiet: true, out var frame, out _) is var status && status != FrameStatus.Incomplete)
            found.Add((status, frame.ToArray()));
        return found;
    }
}
