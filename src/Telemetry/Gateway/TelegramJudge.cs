using System.Security.Cryptography;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Decides what becomes of a telegram that could be read. A pure function of telegram, registration and time of arrival.</summary>
internal static class TelegramJudge
{
    /// <summary>A clock that is this far off is not drift; its stamps would put readings where they do not belong.</summary>
    private static readonly TimeSpan WrongClock = TimeSpan.FromHours(24);

    /// <summary>Later than it arrived no measurement can be; so much the clocks may differ.</summary>
    public static readonly TimeSpan Future = TimeSpan.FromHours(1);

    private static readonly TimeSpan OldestBackfill = TimeSpan.FromDays(366);

    /// <param name="telegram">As it was read.</param>
    /// <param name="device">Its registration, if there is one.</param>
    /// <param name="receivedAt">UTC.</param>
    /// <param name="isTimeDecided">A person has decided what its time is.</param>
    public static (TelegramVerdict Verdict, string Reason) Judge(Telegram telegram, Device? device, DateTime receivedAt, bool isTimeDecided = false)
    {
        if (device is null)
        {
            return DeviceRules.IsMn(telegram.Mn)
                ? (TelegramVerdict.Quarantined, "MN 未登记，报文已保留，登记后自动处理。")
                : (TelegramVerdict.Rejected, "MN 不能登记：应为 4～32 位字母、数字或下划线（标准为 24 位 0～9、A～F），请在数采仪上改正。");
        }

        if (!device.IsEnabled)
            return (TelegramVerdict.Rejected, "该数采仪已停用。");
        if (!HasPassword(telegram, device.Password))
        {
            // While 1072 is under way its answers may carry the new password, which only the twin knows: it lets nothing else of them count.
            return IsAnswer(telegram.Command)
                ? (TelegramVerdict.Accepted, "访问密码 PW 与登记不符，只可作为修改密码命令的应答。")
                : (TelegramVerdict.Rejected, "访问密码 PW 与登记不符。");
        }

        if ((DeviationsOf(telegram, device) & ~device.Tolerances) is var refused && refused != Deviation.None)
            return (TelegramVerdict.Rejected, "不符合标准且未允许：" + DeviationNames.Of(refused) + "。可在设备登记中允许。");
        if (ReadingBatch.IntervalOf(telegram.Command) is null)
            return (TelegramVerdict.Accepted, "");
        if (telegram.DataTime is null && !telegram.IsSplit)
            return (TelegramVerdict.Rejected, "数据报文没有可用的 DataTime。"); // A part waits for the part that has it.
        return isTimeDecided ? (TelegramVerdict.Accepted, "") : JudgeClock(telegram, receivedAt);
    }

    /// <summary>What of an encrypted telegram of an unknown MN can be said.</summary>
    public const string SealedReason = "MN 未登记，数据区已加密，无从解密和校验：报文已保留，不应答。登记时填写 SM4 密钥后自动处理。";

    /// <summary>The same of a registered one.</summary>
    public const string WrongKeyReason = "无法解密数据区，请核对设备登记的 SM4 密钥，改正后可重放。";

    /// <summary>What departs from the standard; also what only the registration shows: a plain data area of a device that has a key (HJ 212-2025 6.4.2).</summary>
    public static Deviation DeviationsOf(Telegram telegram, Device? device) =>
        device?.EncryptionKey is { Length: > 0 } && !telegram.WasEncrypted && TelegramWriter.IsSecret(telegram.Command) && telegram.DataArea.Length >= SmallestEncrypted
            ? telegram.Deviations | Deviation.PlainDataArea
            : telegram.Deviations;

    /// <summary>Annex A.2: what is shorter than a block stays plain.</summary>
    private const int SmallestEncrypted = 16;

    private static (TelegramVerdict Verdict, string Reason) JudgeClock(Telegram telegram, DateTime receivedAt)
    {
        var now = ParkTime.FromUtc(receivedAt);
        var dataTime = telegram.DataTime ?? now;
        if (telegram.Qn is { } qn && (qn - now).Duration() > WrongClock)
            return (TelegramVerdict.Held, $"设备时钟与平台相差 {(qn - now).TotalDays:0.#} 天，数据暂不入库，请先校时，再在“报文”页处置。");
        if (dataTime > now + Future)
            return (TelegramVerdict.Held, $"数据时间在未来（{dataTime:yyyy-MM-dd HH:mm:ss}），数据暂不入库，请先校时，再在“报文”页处置。");
        if (dataTime < now - OldestBackfill)
            return (TelegramVerdict.Held, $"数据时间早于一年前（{dataTime:yyyy-MM-dd HH:mm:ss}），数据暂不入库，请在“报文”页处置。");
        return (TelegramVerdict.Accepted, "");
    }

    /// <summary>Whether it is an answer to a command or to a notice of the platform.</summary>
    public static bool IsAnswer(CommandCode command) => command is CommandCode.RequestAnswer or CommandCode.ExecutionResult or CommandCode.NoticeAnswer;

    /// <summary>Whether it carries this password; takes as long whether it does or not.</summary>
    public static bool HasPassword(Telegram telegram, string password) =>
        CryptographicOperations.FixedTimeEquals(telegram.PasswordText, Encoding.ASCII.GetBytes(password));
}
