using System.Net.Sockets;
using System.Security.Authentication;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EcoPark.Platform.Notifications.Channels;

/// <summary>邮件 by SMTP.</summary>
internal sealed class MailChannel(NotificationOptions options, IEnumerable<MailFileSource> files, TimeProvider clock) : IChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public ChannelKind Kind => ChannelKind.Mail;

    public string? Missing => options.Mail.Host.Length == 0 ? "未设置邮件服务器（EcoPark:Notifications:Mail:Host）" : options.Mail.From.Length == 0 ? "未设置发件人（EcoPark:Notifications:Mail:From）" : null;

    public async Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(delivery.Address, out var to))
            return new SendResult(false, $"邮件地址“{delivery.Address}”无效", IsFinal: true);
        var file = delivery.File.Length == 0 ? null : await Open(delivery.File, cancellationToken).ConfigureAwait(false);
        if (file is { IsOk: false, Problem: var missing })
            return new SendResult(false, missing.Message);
        using var message = MessageOf(delivery, to, file?.Value);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Mail.Host, options.Mail.Port, SecurityOf(options.Mail.Security), cancellationToken).ConfigureAwait(false);
            if (options.Mail.User.Length > 0)
                await client.AuthenticateAsync(options.Mail.User, options.Mail.Password, cancellationToken).ConfigureAwait(false);
            await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
            return SendResult.Taken;
        }
        catch (SmtpCommandException exception)
        {
            // RFC 5321 4.2.1: 5yz will be refused again.
            return new SendResult(false, $"邮件服务器答复 {(int)exception.StatusCode}：{exception.Message}", IsFinal: (int)exception.StatusCode >= 500);
        }
        catch (Exception exception) when (exception is IOException or SocketException or MailKit.Security.AuthenticationException or SslHandshakeException or ProtocolException or TimeoutException or ServiceNotConnectedException)
        {
            return new SendResult(false, $"邮件服务器 {options.Mail.Host}:{options.Mail.Port}：{exception.Message}");
        }
    }

    private async Task<Outcome<MailFile>?> Open(string key, CancellationToken cancellationToken)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return files.FirstOrDefault(source => colon > 0 && source.Kind == key[..colon]) is { } source
            ? await source.Open(key[(colon + 1)..], cancellationToken).ConfigureAwait(false) : new Problem("not-found", $"没有附件“{key}”。");
    }

    private MimeMessage MessageOf(Delivery delivery, MailboxAddress to, MailFile? file)
    {
        var link = options.Link(delivery.Href);
        var body = new BodyBuilder { TextBody = link.Length == 0 ? delivery.Text : $"{delivery.Text}\r\n\r\n{link}" };
        if (file is not null)
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.MediaType));
        var message = new MimeMessage
        {
            Subject = delivery.Title,
            Date = clock.GetUtcNow(),
            Body = body.ToMessageBody(),
        };
        message.From.Add(MailboxAddress.Parse(options.Mail.From));
        message.To.Add(to);
        return message;
    }

    private static SecureSocketOptions SecurityOf(string word) => word switch
    {
        "None" => SecureSocketOptions.None,
        "StartTls" => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };
}
