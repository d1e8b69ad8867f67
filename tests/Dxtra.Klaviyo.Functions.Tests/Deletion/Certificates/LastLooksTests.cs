namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class LastLooksTests
{
    [Fact]
    public void Looks_are_counted_back_from_the_last_until_one_that_saw_something()
    {
        var looks = LastLooks.Of([Look(1, Seen.Absent), Look(2, Seen.Present), Look(3, Seen.Absent), Look(4, Seen.Absent)]);

        Assert.Equal((2, Some.Now.AddMinutes(4)), (looks.Empty, looks.At));
        Assert.Equal(["profileId", "email"], looks.Absent);
        Assert.Empty(looks.Rest);
    }

    [Theory]
    [InlineData(Seen.Present)]
    [InlineData(Seen.InAnother)]
    [InlineData(Seen.CreatedAnew)]
    [InlineData(Seen.Unreadable)]
    public void A_last_look_that_saw_or_could_not_see_is_no_empty_one(object seen)
    {
        var looks = LastLooks.Of([Look(1, Seen.Absent), Look(2, (Seen)seen)]);

        Assert.Equal(0, looks.Empty);
        Assert.Empty(looks.Absent);
        Assert.Equal(["email"], looks.Rest);
    }

    [Fact]
    public void Only_what_every_empty_look_asked_for_is_said_to_be_absent()
    {
        var narrow = Look(1, Seen.Absent) with { Facts = [new("email", Seen.Absent)] };

        Assert.Equal(["email"], LastLooks.Of([narrow, Look(2, Seen.Absent)]).Absent);
    }

    [Fact]
    public void A_look_that_asked_nothing_proves_nothing() =>
        Assert.Equal(0, LastLooks.Of([Look(1, Seen.Absent), Look(2, Seen.Absent) with { Facts = [] }]).Empty);

    [Fact]
    public void Without_looks_nothing_was_seen() => Assert.Equal((0, null), (LastLooks.Of([]).Empty, LastLooks.Of([]).At));

    private static Sighting Look(int look, Seen email) =>
        new("r", 1, look, 0, "k", Some.Now.AddMinutes(look), [new("profileId", Seen.Absent), new("email", email)]);
}
