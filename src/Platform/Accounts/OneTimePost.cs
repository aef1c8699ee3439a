using EcoPark.Platform.Notifications;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Accounts;

/// <summary>Sends a one-time password to whom it is for, so that who made or reset the account does not see it (ASVS 5 6.4.6).</summary>
public sealed class OneTimePost(IEnumerable<IChannel> channels, TimeProvider clock)
{
    /// <returns>Where it went, as it may be shown; empty where there is no mail server, no address, or the server did not take it.</returns>
    public async Task<string> Send(Account account, string password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(account.Email) || channels.FirstOrDefault(channel => channel is { Kind: ChannelKind.Mail, Missing: null }) is not { } mail)
            return "";
        var letter = new Delivery
        {
            Channel = ChannelKind.Mail,
            AccountId = account.Id,
            Address = account.Email,
            Title = "一次性口令",
            Text = $"{account.DisplayName}：您的用户名是 {account.UserName}，一次性口令是 {password}，3 天内有效，首次登录时须更换。若非本人要求，请告知安全管理员。",
            At = clock.UtcNow(),
        };
        return (await mail.Send(letter, cancellationToken).ConfigureAwait(false)).IsTaken ? Masked(account.Email) : "";
    }

    /// <summary>“w***@example.cn”.</summary>
    internal static string Masked(string address) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}***{address[at..]}" : "***";
}
