using EcoPark.Platform.Accounts;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Notifications.Channels;

namespace EcoPark.Platform.Tests;

/// <summary>A one-time password goes to whom it is for.</summary>
public sealed class OneTimePostTests
{
    private static readonly Account Wang = new() { Id = 7, UserName = "wang", DisplayName = "王工", Email = "wang@park.example" };

    [Fact]
    public async Task It_is_mailed_to_its_owner_and_where_is_told_in_part()
    {
        var mail = new Mail();
        (await new OneTimePost([mail], TimeProvider.System).Send(Wang, "Ab3-9", TestContext.Current.CancellationToken)).ShouldBe("w***@park.example");
        var letter = mail.Letters.ShouldHaveSingleItem();
        letter.Address.ShouldBe("wang@park.example");
        letter.Text.ShouldContain("wang，一次性口令是 Ab3-9");
    }

    [Fact]
    public async Task Where_it_cannot_be_mailed_it_is_not_said_to_be()
    {
        (await Sent(new Mail { Missing = "未设置邮件服务器" }, Wang)).ShouldBeEmpty();
        (await Sent(new Mail { Refuses = true }, Wang)).ShouldBeEmpty();
        (await Sent(new Mail(), new Account { Id = 8, UserName = "li", DisplayName = "李工" })).ShouldBeEmpty();

        static Task<string> Sent(Mail mail, Account account) => new OneTimePost([mail], TimeProvider.System).Send(account, "Ab3-9", TestContext.Current.CancellationToken);
    }

    private sealed class Mail : IChannel
    {
        public List<Delivery> Letters { get; } = [];

        public bool Refuses { get; init; }

        public string? Missing { get; init; }

        public ChannelKind Kind => ChannelKind.Mail;

        public Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken)
        {
            Letters.Add(delivery);
            return Task.FromResult(Refuses ? new SendResult(false, "451") : SendResult.Taken);
        }
    }
}
