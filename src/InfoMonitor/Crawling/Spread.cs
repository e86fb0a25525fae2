using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InfoMonitor.Crawling;

/// <summary>Jitter without chance: the same key always gets the same place, so a restart moves nothing and a test can tell it beforehand.</summary>
internal static class Spread
{
    /// <returns>0 inclusive to 1 exclusive, evenly spread over keys.</returns>
    public static double Of(string key) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) / 4294967296.0;
}
