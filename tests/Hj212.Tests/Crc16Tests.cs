using System.Text;
using CsCheck;

namespace EcoPark.Hj212.Tests;

public class Crc16Tests
{
    /// <summary>Check values of HJ 212-2017 appendix A and of HJ 212-2025.</summary>
    [Theory]
    [InlineData("QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&", 0x2200, 0xCCF4)]
    [InlineData("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&", 0x1C80, null)]
    public void The_published_check_values_come_out(string segment, int expected, int? modbus)
    {
        var bytes = Encoding.ASCII.GetBytes(segment);
        ((int)Crc16.Compute(bytes)).ShouldBe(expected);
        if (modbus is { } known)
            ((int)Crc16.ComputeModbus(bytes)).ShouldBe(known);
    }

    /// <summary>"123456789" → 4B37 is the catalogued check value of CRC-16/MODBUS.</summary>
    [Fact]
    public void Modbus_gives_its_catalogued_check_value() => ((int)Crc16.ComputeModbus("123456789"u8)).ShouldBe(0x4B37);

    [Fact]
    public void Sixteen_bytes_at_a_time_give_what_the_standard_gives_bit_by_bit() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Crc16.Compute(bytes) == AsAppendixASays(bytes));

    /// <summary>The algorithm in the words of appendix A, step by step.</summary>
    private static ushort AsAppendixASays(byte[] bytes)
    {
        ushort register = 0xFFFF;
        foreach (var value in bytes)
        {
            register = (ushort)((register >> 8) ^ value);
            for (var step = 0; step < 8; step++)
            {
                var fallsOut = register & 1;
                register >>= 1;
                if (fallsOut == 1)
                    register ^= 0xA001;
            }
        }

        return register;
    }
}
