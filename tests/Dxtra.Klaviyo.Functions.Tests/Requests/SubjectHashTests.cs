namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SubjectHashTests
{
    private readonly byte[] _key = new byte[32];

    [Fact]
    public void A_hash_has_64_hex_digits() => Assert.Matches("^[0-9a-f]{64}$", SubjectHash.Of(Some.Ada, _key));

    [Fact]
    public void Email_addresses_hash_alike_whatever_their_case() =>
        Assert.Equal(SubjectHash.Of(Some.Ada, _key), SubjectHash.Of(new("ADA@Example.com", null, null, null), _key));

    [Fact]
    public void External_ids_do_not() =>
        Assert.NotEqual(SubjectHash.Of(new(null, null, "abc", null), _key), SubjectHash.Of(new(null, null, "ABC", null), _key));

    [Fact]
    public void One_text_as_two_kinds_of_identifier_hashes_to_two_keys() =>
        Assert.NotEqual(SubjectHash.Of(new(null, null, "x1", null), _key), SubjectHash.Of(new(null, null, null, "x1"), _key));

    [Fact]
    public void Two_controllers_hashes_of_one_person_differ() =>
        Assert.NotEqual(SubjectHash.Of(Some.Ada, _key), SubjectHash.Of(Some.Ada, [.. Enumerable.Repeat((byte)1, 32)]));
}
