using EcoPark.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace EcoPark.Platform.Accounts;

/// <summary>Asks somebody who is signed in, or halfway, for their present password: counted and logged like a sign-in, and at the last wrong one the session ends.</summary>
public sealed class PasswordCheck(PasswordGuesses guesses, Sessions sessions, AuditLog audit)
{
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public async Task<Problem?> Ask(UserManager<Account> users, Account account, string password, SignInSource source, string purpose, CancellationToken cancellationToken)
    {
        var name = account.UserName!;
        var begun = await guesses.Begin(name, source, cancellationToken).ConfigureAwait(false);
        if (!begun.IsOk)
            return begun.Problem;
        if (await users.CheckPasswordAsync(account, password).ConfigureAwait(false))
        {
            await guesses.Right(name, source, cancellationToken).ConfigureAwait(false);
            return null;
        }

        await audit.Write("口令不正确", "账户", name, purpose, cancellationToken).ConfigureAwait(false);
        if (!guesses.Wrong(source, begun.Value))
            return new Problem("password", "口令不正确，请重新输入；连续输错会退出登录。");
        await sessions.EndAll(account.Id, null, "口令连续输错", cancellationToken).ConfigureAwait(false);
        return guesses.Locked;
    }
}
