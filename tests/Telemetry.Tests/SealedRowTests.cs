using System.Security.Cryptography;
using EcoPark.Platform.Security;
using EcoPark.Support;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;
using EcoPark.Telemetry.Tests.Relay;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Tests;

/// <summary>Whoever can write to the tables cannot move a sealed text to where it serves him, and a new master key leaves nothing to the old one.</summary>
public sealed class SealedRowTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_sealed_text_opens_in_its_own_row_and_column_alone(Database database)
    {
        var rig = await RelayRig.New(database);
        await using (var db = rig.Factory.CreateDbContext())
        {
            (await db.Set<Device>().AsNoTracking().SingleAsync(one => one.Mn == "MN-1")).Password.ShouldBe("123456");
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Device\" SET \"Password\" = (SELECT \"Password\" FROM \"Device\" WHERE \"Mn\" = 'MN-2') WHERE \"Mn\" = 'MN-1'");
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Device\" SET \"EncryptionKey\" = \"Password\" WHERE \"Mn\" = 'MN-3'");
            await db.Database.ExecuteSqlRawAsync("UPDATE \"UpperPlatform\" SET \"Host\" = 'evil.example'");
        }

        await using var altered = rig.Factory.CreateDbContext();
        var moved = await altered.Set<Device>().AsNoTracking().SingleAsync(one => one.Mn == "MN-1");
        Should.Throw<CryptographicException>(() => moved.Password);
        (await altered.Set<Device>().AsNoTracking().SingleAsync(one => one.Mn == "MN-2")).Password.ShouldBe("123456");
        await Should.ThrowAsync<CryptographicException>(() => altered.Set<Device>().AsNoTracking().SingleAsync(one => one.Mn == "MN-3"));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_platform_whose_host_was_altered_in_the_table_does_not_get_the_password(Database database)
    {
        var rig = await RelayRig.New(database);
        await using var db = rig.Factory.CreateDbContext();
        var platform = await db.Set<UpperPlatform>().SingleAsync();
        platform.Password = "geheim";
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE \"UpperPlatform\" SET \"Host\" = 'evil.example'");
        var altered = await db.Set<UpperPlatform>().AsNoTracking().SingleAsync();
        Should.Throw<CryptographicException>(() => altered.Password);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task All_columns_are_sealed_anew_or_none(Database database)
    {
        var rig = await RelayRig.New(database);
        var (old, fresh) = (new SecretBox(new byte[32]), new SecretBox(RandomNumberGenerator.GetBytes(32)));
        await using var db = rig.Factory.CreateDbContext();
        (await ParkSeals.Open(db, old, CancellationToken.None), await ParkSeals.Open(db, fresh, CancellationToken.None)).ShouldBe((true, false));

        (await ParkSeals.Change(db, old, fresh, CancellationToken.None)).ShouldBe(4 + 2 + 3); // Devices; password and key of the platform; relayed devices.

        (await ParkSeals.Open(db, old, CancellationToken.None), await ParkSeals.Open(db, fresh, CancellationToken.None)).ShouldBe((false, true));
        var texts = await db.Database.SqlQueryRaw<string>("SELECT \"Password\" AS \"Value\" FROM \"Device\"").ToListAsync();
        texts.ShouldAllBe(text => fresh.Opens(text, "Device.Password") && !old.Opens(text, "Device.Password"));
        // One that opens with neither key stops the change, and the transaction undoes what was done before it.
        await db.Database.ExecuteSqlRawAsync("UPDATE \"RelayedDevice\" SET \"Password\" = 'v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'");
        await using (await db.Database.BeginTransactionAsync())
            await Should.ThrowAsync<CryptographicException>(() => ParkSeals.Change(db, fresh, old, CancellationToken.None));
        (await db.Database.SqlQueryRaw<string>("SELECT \"Password\" AS \"Value\" FROM \"Device\"").ToListAsync()).ShouldBe(texts, ignoreOrder: true);
    }
}
