using System.Buffers.Binary;
using EcoPark.Platform.Accounts;
using EcoPark.Support;
using Microsoft.Data.Sqlite;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>How passwords are stored.</summary>
public sealed class PasswordHashTests
{
    /// <summary>Format of ASP.NET Core Identity 3: 0x01, PRF (2 is HMAC-SHA512), rounds, length of the salt; each a big-endian number. OWASP asks for 210 000 rounds.</summary>
    [Fact]
    public async Task Passwords_are_hashed_with_210_000_rounds_of_SHA_512_and_a_salt_of_their_own()
    {
        // As the product comes; the tests' other servers take fewer.
        await using var server = await ServerHost.Start(arguments: $"--EcoPark:Accounts:PasswordRounds={new AccountOptions().PasswordRounds}");
        await using var park = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "ecopark.db")}");
        await park.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = park.CreateCommand();
        command.CommandText = "SELECT PasswordHash FROM Account WHERE PasswordHash IS NOT NULL";
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var salts = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            var hash = Convert.FromBase64String(rows.GetString(0));
            (hash[0], Number(hash, 1), Number(hash, 5), Number(hash, 9)).ShouldBe(((byte)1, 2u, 210_000u, 16u));
            salts.Add(Convert.ToHexString(hash, 13, 16));
        }

        salts.Count.ShouldBeGreaterThan(3);
        salts.ShouldBeUnique();
    }

    private static uint Number(byte[] hash, int at) => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at));
}
