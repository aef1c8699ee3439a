using System.Buffers;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Something that arrived on a socket: its line for the log, and the answer that is due once the line is on disk.</summary>
internal sealed record Arrival(LogEntry Entry, Telegram? Telegram, byte[]? Answer)
{
    public static Arrival Of(in ReadOnlySequence<byte> frame, Telegram telegram, Deviation deviations, TelegramVerdict verdict, string reason, DateTime now, string remote, string node)
    {
        // What is kept is acknowledged, also of a device that is not registered yet; what is refused is not.
        var answer = verdict is TelegramVerdict.Rejected ? null : TelegramWriter.AnswerTo(telegram);
        var entry = new LogEntry
        {
            At = now,
            Direction = Direction.Received,
            Verdict = verdict,
            Reason = reason,
            Mn = telegram.Mn,
            Command = telegram.Command,
            Qn = Encoding.Latin1.GetString(telegram.QnText),
            DataTime = telegram.DataTime,
            Deviations = deviations,
            Answer = answer is null ? CommandCode.None : TelegramWriter.AnswerCode(telegram.Command),
            Remote = remote,
            Node = node,
            Raw = frame.ToArray(),
        };
        return new Arrival(entry, telegram, answer);
    }

    public static Arrival Malformed(in ReadOnlySequence<byte> bytes, TelegramError error, DateTime now, string remote, string node) =>
        new(
            new LogEntry
            {
                At = now,
                Direction = Direction.Received,
                Verdict = TelegramVerdict.Malformed,
                Reason = ErrorText(error),
                Mn = error.Mn is { Length: > 0 } mn ? mn : FrameReader.MnIn(bytes.ToArray()),
                Remote = remote,
                Node = node,
                Raw = bytes.ToArray(),
            },
            null, null);

    /// <summary>The same, kept without a word.</summary>
    public Arrival Unanswered() => this with { Entry = Entry with { Answer = CommandCode.None }, Answer = null };

    private static string ErrorText(TelegramError error) => TelegramSecrets.Masked(Words(error));

    private static string Words(TelegramError error) => error.Kind switch
    {
        TelegramErrorKind.Garbage => "不属于任何报文的字节。",
        TelegramErrorKind.FrameTooLong => "在最大长度内没有找到包尾。",
        TelegramErrorKind.BadLength when error.Expected.Length == 0 => "报文不完整：在下一个包头或行尾之前没有与长度、CRC 相符的包尾（包尾应为 4 位 CRC 和回车换行）。",
        TelegramErrorKind.BadLength => $"数据段长度有误（第 {error.Offset} 字节，应为 {error.Expected}，实为 {error.Found}）。",
        TelegramErrorKind.BadCrc => $"CRC 校验错误（应为 {error.Expected}，实为 {error.Found}）。",
        TelegramErrorKind.BadField => $"字段有误（第 {error.Offset} 字节，应为 {error.Expected}，实为 {error.Found}）。",
        TelegramErrorKind.Undecryptable => "无法解密数据区，请核对设备登记的 SM4 密钥。",
        _ => "无法识别。",
    };
}
